interface ErrorDefinition {
  /** HTTP status the edge answers with. */
  readonly status: 400 | 401 | 402 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** What the person or the integrator can do about it. */
  readonly remedy: string;
  /** Whether a person on our side should be woken. */
  readonly report: boolean;
}

const expected = (status: ErrorDefinition["status"], title: string, remedy: string): ErrorDefinition => ({
  status,
  title,
  remedy,
  report: false,
});
const alarming = (status: ErrorDefinition["status"], title: string, remedy: string): ErrorDefinition => ({
  status,
  title,
  remedy,
  report: true,
});

/** The closed registry: every refusal the API can answer, with its status and the way forward. */
export const errorCodes = {
  "request.malformed": expected(400, "The request can't be read", "Send well-formed JSON in UTF-8."),
  "request.invalid": expected(
    422,
    "Some fields are not right",
    "See `fields`: each entry names a field and its problem.",
  ),
  "request.unsupported-media-type": expected(415, "This content type is not accepted here", "Send application/json."),
  "request.too-large": expected(413, "The request is too large", "Send less than the documented limit."),
  "request.method-not-allowed": expected(405, "This method is not available here", "See the Allow header."),
  "request.not-found": expected(
    404,
    "There is nothing at this address",
    "Check the path; /api/docs lists every endpoint.",
  ),
  "request.rate-limited": expected(429, "Too many requests", "Wait for the seconds in Retry-After, then try again."),
  "request.cross-site": expected(403, "This request came from another site", "Send it from the shop's own pages."),
  "request.internal": alarming(500, "Something failed on our side", "Try again; if it stays, send us the request id."),
  "request.unavailable": expected(
    503,
    "We can't serve this right now",
    "Try again in a few seconds; nothing was lost.",
  ),
  "idempotency.key-required": expected(
    400,
    "An Idempotency-Key is required",
    "Send a new UUID in the Idempotency-Key header and reuse it for retries.",
  ),
  "idempotency.key-invalid": expected(
    400,
    "The Idempotency-Key can't be used",
    "Use 1 to 255 printable ASCII characters.",
  ),
  "idempotency.key-reused": expected(
    422,
    "This Idempotency-Key was used for another request",
    "Use a new key for a new request.",
  ),
  "idempotency.in-progress": expected(
    409,
    "The first request with this key is still running",
    "Retry with the same key after Retry-After.",
  ),
  "auth.required": expected(401, "Please sign in", "Sign in, or open the link from your order e-mail."),
  "auth.forbidden": expected(403, "You may not do this", "Ask an admin of the shop for the right."),
  "auth.credentials-wrong": expected(401, "E-mail or password is not right", "Check both, or reset the password."),
  "auth.second-factor-required": expected(
    403,
    "Your second factor is still missing",
    "Enter the code of your authenticator app, or set the app up if you have none yet.",
  ),
  "auth.second-factor-not-offered": expected(
    409,
    "No authenticator app is being set up",
    "Start again and scan the new code.",
  ),
  "auth.code-wrong": expected(
    401,
    "This code is not right",
    "Enter the code your app shows now; each counts once. A recovery code works too.",
  ),
  "auth.email-taken": expected(
    409,
    "This address has an account already",
    "Use another address, or sign in with this one.",
  ),
  "auth.email-unverified": expected(
    403,
    "Please confirm your e-mail first",
    "Open the link we sent; ask for a new one if it is old.",
  ),
  "auth.token-expired": expected(410, "This link is no longer valid", "Ask for a new link."),
  "auth.password-weak": expected(
    422,
    "This password is too easy to guess",
    "Use at least 10 characters that are not a common password.",
  ),
  "page.cursor-invalid": expected(422, "This page cursor is not valid", "Start from the first page again."),
  "money.out-of-range": expected(422, "This amount is outside what we can handle", "Choose a smaller quantity."),
  "product.invalid": expected(422, "This product contradicts itself", "See `fields` for what to change."),
  "product.not-found": expected(
    404,
    "There is no such product",
    "Look for it in the list; it may have been taken down.",
  ),
  "product.not-published": expected(409, "This product is not on sale", "Choose another product."),
  "product.sold-out": expected(
    409,
    "There is no capacity left for this product right now",
    "Choose a smaller quantity or try again later.",
  ),
  "product.policy-refused": expected(
    422,
    "This product can't be published",
    "See `reasons`: each names the rule it breaks.",
  ),
  "product.version-conflict": expected(
    409,
    "Somebody else changed this product",
    "Load it again and repeat your change.",
  ),
  "selection.invalid": expected(422, "This configuration is not possible", "See `fields` for what to change."),
  "selection.platform-not-eligible": expected(
    422,
    "This product is not offered for that platform",
    "Choose a channel on one of its platforms.",
  ),
  "quote.not-found": expected(404, "There is no such quote", "Ask for a new quote."),
  "quote.expired": expected(409, "This price is no longer current", "Confirm the new price to go on."),
  "quote.tampered": expected(409, "This quote was not made by us", "Ask for a new quote."),
  "quote.total-mismatch": expected(409, "The total has changed", "Confirm the new total to go on."),
  "channel.not-found": expected(404, "There is no such channel", "Validate the channel again."),
  "channel.handle-invalid": expected(
    422,
    "This does not look like a handle of that platform",
    "Paste the handle or the link to the profile.",
  ),
  "ownership.challenge-not-found": expected(404, "There is no such code", "Ask for a new code for this channel."),
  "ownership.challenge-ended": expected(409, "This code no longer counts", "Ask for a new code and put that one up."),
  "ownership.check-too-soon": expected(
    429,
    "We looked a moment ago",
    "Platforms need some seconds to show a change: look again at `retryAt`.",
  ),
  "ownership.not-provable": expected(
    409,
    "This channel can't be proven that way",
    "See `why`; the channel's page names the ways that work for it.",
  ),
  "ownership.consent-expired": expected(410, "This sign-in took too long or was used", "Start connecting again."),
  "ownership.consent-refused": expected(
    409,
    "The platform did not connect this channel",
    "See `why`: sign in there with the channel itself and allow reading.",
  ),
  "channel.measurement-required": expected(
    409,
    "This product needs a channel that can be measured",
    "Choose a channel that we could read.",
  ),
  "attestation.invalid": expected(422, "These counts contradict themselves", "See `fields` for what to change."),
  "attestation.not-found": expected(404, "There are no such counts", "Load the list again."),
  "attestation.decided": expected(409, "This was decided already", "Load the list again; see `state`."),
  "attestation.own-review": expected(
    403,
    "Nobody confirms what they entered themselves",
    "Ask a colleague to look at the evidence and confirm it.",
  ),
  "cart.not-found": expected(404, "There is no such cart", "Start a new cart."),
  "cart.empty": expected(409, "The cart is empty", "Add a product first."),
  "cart.closed": expected(409, "This cart was already ordered", "Start a new cart."),
  "cart.line-not-found": expected(404, "There is no such line in the cart", "Load the cart again."),
  "cart.currency-mismatch": expected(409, "A cart has one currency", "Use the cart's currency or start a new cart."),
  "cart.line-problem": expected(
    409,
    "A line of the cart can't be bought as it is",
    "See `problems`: each names a line and its remedy.",
  ),
  "cart.too-many-lines": expected(409, "The cart is full", "Order these lines first."),
  "checkout.consent-required": expected(
    422,
    "We need your consent to go on",
    "Accept the terms and the early start of the work.",
  ),
  "checkout.ownership-required": expected(
    409,
    "A product in the cart is only for a channel that is proven to be yours",
    "See `channels`: prove each on your channels page, then order again.",
  ),
  "payment.declined": expected(402, "The card was declined", "Try another card or ask your bank; your cart is kept."),
  "payment.not-found": expected(404, "There is no such payment", "Check the id."),
  "payment.processor-unavailable": expected(
    503,
    "The card processor does not answer",
    "Nothing was charged twice: try again with the same key.",
  ),
  "payment.method-unknown": expected(422, "The payment method is not known to the processor", "Enter the card again."),
  "payment.dispute-open": expected(
    409,
    "The buyer's bank holds this money in a dispute",
    "Wait for the bank's decision; a refund now would pay twice.",
  ),
  "payment.nothing-to-refund": expected(
    409,
    "There is no captured money to return",
    "Check that the order was paid and the lines are its own.",
  ),
  "payment.refund-needs-admin": expected(
    403,
    "This is more than an operator may return",
    "Ask an admin, or refund a smaller amount.",
  ),
  "payment.refund-exceeds": expected(409, "That is more than can be refunded", "Refund at most the remaining amount."),
  "risk.refused": expected(
    403,
    "We can't take this order",
    "Nothing was charged. Write to us, and a person looks at it with you.",
  ),
  "risk.not-found": expected(404, "There is no such entry", "Load the list again."),
  "risk.review-refused": expected(
    409,
    "This review can't be decided like that",
    "See `why`, then load the list again.",
  ),
  "risk.version-conflict": expected(409, "Somebody else decided meanwhile", "Load it again and look once more."),
  "risk.entry-invalid": expected(422, "This can't be put on a list", "See `fields` for what to change."),
  "order.not-found": expected(
    404,
    "There is no such order",
    "Check the link, or sign in with the account that bought it.",
  ),
  "order.transition-refused": expected(
    409,
    "The order can't do that from where it stands",
    "Load the order again; see `allowed`.",
  ),
  "order.version-conflict": expected(409, "The order changed meanwhile", "Load it again and repeat."),
  "proof.reading-refused": expected(
    409,
    "A reading would say nothing now",
    "See `why`: the line is not worked on yet or was canceled, or nothing can read its channel.",
  ),
  "proof.readings-used-up": expected(
    429,
    "This line was read by hand as often as it may be",
    "Wait an hour; the schedule goes on by itself.",
  ),
  "refill.not-found": expected(404, "There is no such refill request", "Load the order again."),
  "refill.not-eligible": expected(
    409,
    "This line can't be refilled now",
    "See `why`; the order's page tells when and whether it can.",
  ),
  "refill.already-open": expected(
    409,
    "A refill of this line is under way already",
    "Wait for it to end; the order's page shows how far it is.",
  ),
  "refill.transition-refused": expected(
    409,
    "The refill can't do that from where it stands",
    "Load the list again; somebody may have decided already.",
  ),
  "order.already-placed": expected(409, "This cart was already ordered", "Open the order in `orderId`."),
  "proof.not-found": expected(
    404,
    "There is no signed proof of this",
    "Signed proofs come with the delivery; check the digest, or look again later.",
  ),
  "proof.root-not-found": expected(
    404,
    "No tree was published for this day",
    "A day's tree comes after its end, and only if anything was signed; see the list of days.",
  ),
  "paper.not-found": expected(
    404,
    "This paper does not exist yet",
    "Papers appear once the payment is in; try again shortly.",
  ),
  "attempt.not-found": expected(404, "There is no such submit", "It may have ended already; load the order again."),
  "fulfillment.line-refused": expected(
    409,
    "The line can't do that from where it stands",
    "Load the order again; see `allowed`.",
  ),
  "routing.decision-not-found": expected(404, "There is no such decision", "Check the id."),
  "provider.not-found": expected(404, "There is no such supplier", "Check the id."),
  "provider.service-not-found": expected(404, "The supplier does no such thing", "Check the service and its target."),
  "provider.version-conflict": expected(
    409,
    "Somebody else changed this supplier",
    "Load it again and repeat your change.",
  ),
  "provider.configuration-invalid": expected(422, "The supplier's configuration is not valid", "See `fields`."),
  "webhook.signature-invalid": expected(400, "The signature does not match", "Check the signing secret and the clock."),
  "event.name-refused": expected(422, "This event may not be sent from a browser", "Send only the documented names."),
  "job.not-found": expected(
    404,
    "There is no such failed job",
    "It may have been retried already; load the list again.",
  ),
  "invariant.broken": alarming(
    500,
    "Something that must hold does not",
    "Send us the request id; nothing was changed.",
  ),
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type ErrorCode = keyof typeof errorCodes;
