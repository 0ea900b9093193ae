import { expect, test } from "vitest";
import { readTableView, writeTableView } from "./table-view.ts";

test("a view survives the address and leaves the filters in it alone", () => {
  const view = { hidden: ["total", "title"], sort: { id: "placedAt", desc: true } };
  const written = writeTableView(new URLSearchParams("state=active&sort=total"), view);
  expect(written.get("state")).toBe("active");
  expect(readTableView(written)).toEqual(view);
});

test("the plain view leaves nothing in the address", () => {
  const plain = { hidden: [], sort: null };
  expect(writeTableView(new URLSearchParams("hide=a&sort=-b"), plain).toString()).toBe("");
  expect(readTableView(new URLSearchParams(""))).toEqual(plain);
});
