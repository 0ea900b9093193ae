import type { AccountValidation, Product, ProductCard } from "@smplat/contracts";
import { chooseConfiguration } from "./choose-configuration.ts";
import { inWords, type Journey, type Priced } from "./journey.ts";
import { expectTruth } from "./untruth.ts";

const maximumPages = 20;

/** From the front door to a binding total: shop, validate, quote. */
export async function shop(journey: Journey): Promise<Priced> {
  const { options, protocol } = journey;
  await protocol.step("Ready", () => checkReadiness(journey));
  let cards: ProductCard[] = [];
  await protocol.step("Catalogue", async () => {
    cards = await listAll(journey);
    return `${cards.length} products for ${options.platform}, from ${inWords(cheapest(cards).fromPrice)}`;
  });
  const product = await hold(protocol, "Product", async () => {
    const found = await pickProduct(journey, cards);
    return [found, `${found.title} (${found.slug}), delivered within ${found.sla.deliversWithinHours} h`];
  });
  const channel = await hold(protocol, "Channel", () => validateChannel(journey));
  const line = await hold(protocol, "Line quote", () => quoteLine(journey, product, channel));
  const total = await hold(protocol, "Cart and its quote", () => quoteCart(journey, line));
  return { product, channel, line, total };
}

/** Runs a step that finds something, and answers what it found. */
async function hold<T>(
  protocol: Journey["protocol"],
  title: string,
  work: () => Promise<readonly [T, string]>,
): Promise<T> {
  const found: T[] = [];
  await protocol.step(title, async () => {
    const [value, words] = await work();
    found.push(value);
    return words;
  });
  return found[0] as T;
}

async function checkReadiness({ shopper }: Journey): Promise<string> {
  const { status, checks } = await shopper.api.health.readyz({});
  expectTruth(status === "ready", "a shop that is ready", checks);
  const weak = checks.filter((check) => check.status !== "ok").map((check) => `${check.name}: ${check.detail}`);
  const { version } = await shopper.api.health.livez({});
  return [`version ${version}, ${checks.length} checks`, ...weak].join("; ");
}

async function listAll({ shopper, options }: Journey): Promise<ProductCard[]> {
  const cards: ProductCard[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maximumPages; page += 1) {
    const { platform, currency } = options;
    const query = {
      platform,
      currency,
      limit: "5",
      sort: "price-asc",
      ...(cursor === null ? {} : { cursor }),
    } as const;
    const answer: { items: ProductCard[]; nextCursor: string | null } = await shopper.api.products.list({ query });
    cards.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  const prices = cards.map((card) => card.fromPrice.amountMinor);
  expectTruth(cards.length > 0, `products for ${options.platform}`, "none");
  expectTruth(new Set(cards.map((card) => card.id)).size === cards.length, "each product once", "one on two pages");
  expectTruth(
    cards.every((card) => card.platforms.includes(options.platform)),
    `only products for ${options.platform}`,
    "others too",
  );
  expectTruth(
    prices.every((price, index) => price > 0 && price >= (prices[index - 1] ?? 0)),
    "prices above zero, rising",
    prices,
  );
  return cards;
}

const cheapest = (cards: readonly ProductCard[]): ProductCard => {
  const [first] = cards;
  expectTruth(first !== undefined, "a cheapest product", "none");
  return first;
};

async function pickProduct({ shopper, options }: Journey, cards: readonly ProductCard[]): Promise<Product> {
  const quickest = cards
    .filter((card) => card.availability !== "sold_out")
    .sort((a, b) => a.sla.deliversWithinHours - b.sla.deliversWithinHours)[0];
  const slug = options.product ?? quickest?.slug;
  expectTruth(slug !== undefined, "a product that is not sold out", "none");
  const { currency } = options;
  const product = await shopper.api.products.get({ params: { slug }, query: { currency } });
  expectTruth(product.slug === slug, `the product ${slug}`, product.slug);
  const card = cards.find((candidate) => candidate.id === product.id);
  expectTruth(
    card === undefined || card.fromPrice.amountMinor === product.fromPrice.amountMinor,
    "the list's price on the product's page",
    product.fromPrice,
  );
  return product;
}

async function validateChannel({ shopper, options }: Journey): Promise<readonly [AccountValidation, string]> {
  const { platform, handle } = options;
  const answer = await shopper.api.metrics.validateAccount({ body: { platform, handle } });
  const { account, snapshot } = answer;
  expectTruth(answer.status !== "failed", `the channel @${handle}`, answer.failure?.title ?? "no reason");
  expectTruth(account?.platform === platform, "the channel asked for", account);
  expectTruth(shopper.isGuest(), "a guest's secret in X-Guest-Token", "none");
  if (answer.status === "not_measured") return [answer, `${account.handle}: not measured on ${platform} yet`];
  expectTruth(snapshot !== null && snapshot.followers !== null, "a reading with followers", snapshot);
  const { followers, source, precision, method } = snapshot;
  return [answer, `${account.handle}: ${followers} followers (${source}, ${method}, ${precision.kind})`];
}

async function quoteLine({ shopper, options }: Journey, product: Product, { account }: AccountValidation) {
  const { platform, currency } = options;
  const configuration = chooseConfiguration(product, platform);
  const channel = { platform, handle: account?.handle ?? null, accountId: account?.id ?? null };
  const line = await shopper.api.quotes.create({
    body: { productId: product.id, ...configuration, platformContext: channel, currency },
  });
  const parts = line.parts.reduce((sum, part) => sum + part.amountMinor, 0);
  expectTruth(parts === line.net.amountMinor, `parts that add up to ${inWords(line.net)}`, parts);
  expectTruth(Date.parse(line.expiresAt) > Date.now(), "a price that still holds", line.expiresAt);
  return [line, `${line.quantity} × ${product.unit}: ${inWords(line.net)} net, ${inWords(line.gross)} gross`] as const;
}

async function quoteCart({ shopper, options }: Journey, line: Priced["line"]) {
  const started = await shopper.api.carts.create({ body: { currency: options.currency } });
  const params = { cartId: started.id };
  await shopper.api.carts.addLine({ params, body: { quoteId: line.id } });
  const cart = await shopper.api.carts.addLine({ params, body: { quoteId: line.id } });
  expectTruth(cart.lines.length === 1, "one line although it was added twice", cart.lines.length);
  expectTruth(cart.lines[0]?.quantity === line.quantity, `the quantity ${line.quantity}`, cart.lines[0]?.quantity);
  expectTruth(cart.problems.length === 0, "a cart without problems", cart.problems);
  const total = await shopper.api.carts.quote({ params, body: { billingCountry: "DE" } });
  const sum = (amounts: readonly { amountMinor: number }[]) => amounts.reduce((all, one) => all + one.amountMinor, 0);
  const lines = sum(total.lines.map(({ gross }) => gross));
  expectTruth(lines === total.total.amountMinor, `lines that add up to ${inWords(total.total)}`, lines);
  const net = sum(total.lines.map((entry) => entry.net));
  expectTruth(net === total.net.amountMinor, `net amounts that add up to ${inWords(total.net)}`, net);
  expectTruth(
    sum([total.net, total.tax]) === total.total.amountMinor,
    "net and tax that add up to the total",
    inWords(total.total),
  );
  return [total, `${inWords(total.total)} with ${inWords(total.tax)} tax, honoured until ${total.expiresAt}`] as const;
}
