import type { Core } from "../core.ts";

/** A login of the demo, as its notice and the login page show it. */
export interface DemoLogin {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody the demo knows, with the id of their account. */
export interface DemoPerson extends DemoLogin {
  readonly id: string;
}

const people = [
  { label: "Admin", email: "admin@smplat.example", name: "Ada Admin", role: "admin" },
  { label: "Operator", email: "operator@smplat.example", name: "Otto Operator", role: "operator" },
  { label: "Customer", email: "mara@smplat.example", name: "Mara Beispiel", role: "customer" },
] as const;

/** The people of the demo, with passwords of its own. Known addresses only: it runs once, on an empty shop. */
export async function seedPeople(core: Pick<Core, "customers" | "database">): Promise<DemoPerson[]> {
  const seeded: DemoPerson[] = [];
  for (const { label, email, name, role } of people) {
    const password = `demo-${role}-smplat`;
    const id = await core.customers.createAccount(core.database, { email, password, name, role, locale: "en" });
    seeded.push({ label, email, password, id });
  }
  return seeded;
}
