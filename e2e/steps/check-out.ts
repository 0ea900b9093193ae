import type { Visit } from "../visit.ts";
import { beginning } from "../words.ts";
import { cards, enterCard } from "./card-form.ts";

export interface Person {
  /** Also on the card. */
  readonly name: string;
  readonly email: string;
  readonly street: string;
}

const firstNames = ["Gesa", "Ida", "Jonas", "Kaya", "Levi", "Nora", "Otto", "Pia", "Ruben", "Selma", "Tarek", "Uta"];
let count = 0;

/** Somebody the shop has never seen. Nobody shares a card or an address with another: the shop would take it for a ring. */
export function newPerson(): Person {
  count += 1;
  return {
    name: `${firstNames[count % firstNames.length]} Gast`,
    email: `guest-${Date.now().toString(36)}-${count}@smplat.example`,
    street: `Beispielweg ${count}`,
  };
}

/** From the cart to the checkout. */
export async function goToCheckout({ page, t, heading }: Visit): Promise<void> {
  await page.getByRole("link", { name: t("cart.checkout") }).click();
  await heading(t("checkout.title"));
}

/** Fills the checkout's form in; the card is entered apart. */
export async function fillCheckout({ page, t }: Visit, person: Person): Promise<void> {
  const field = (key: string) => page.getByLabel(t(`checkout.${key}`), { exact: true });
  await field("contact.email").fill(person.email);
  await field("contact.name").fill(person.name);
  await field("billing.line1").fill(person.street);
  await field("billing.postalCode").fill("10115");
  await field("billing.city").fill("Berlin");
  await page.getByRole("checkbox", { name: t("checkout.consents.terms") }).check();
  await page.getByRole("checkbox", { name: t("checkout.consents.earlyStart") }).check();
}

export const payButton = ({ page, t }: Visit) => page.getByRole("button", { name: beginning(t, "checkout.pay") });

/** Presses the button and waits until the shop says that the money is in. */
export async function payAndSeePaid(visit: Visit): Promise<void> {
  await payButton(visit).click();
  await visit.page.waitForURL(/\/checkout\/success/, { timeout: 40_000 });
  await seePaid(visit);
}

/** The confirmation says paid, or already more than that; never just "thank you". */
export async function seePaid({ page, t, see }: Visit): Promise<void> {
  const states = ["paid", "working", "delivered"].map((state) => beginning(t, `confirmation.states.${state}.title`));
  const heading = states
    .map((name) => page.getByRole("heading", { level: 1, name }))
    .reduce((either, other) => either.or(other));
  await see(heading, 60_000);
}

/** Pays what is in the cart with a good card, and opens the order. Answers its id. */
export async function buyCart(visit: Visit, person: Person): Promise<string> {
  await goToCheckout(visit);
  await fillCheckout(visit, person);
  await enterCard(visit, cards.pays, person);
  await payAndSeePaid(visit);
  return openOrder(visit);
}

/** From the confirmation to the order. Answers its id. */
export async function openOrder({ page, t, heading }: Visit): Promise<string> {
  await page.getByRole("link", { name: t("confirmation.open") }).click();
  await page.waitForURL(/\/account\/orders\/ord_/);
  await heading(t("account.order.lines"));
  return /ord_[0-9a-z]+/.exec(page.url())?.[0] ?? "";
}
