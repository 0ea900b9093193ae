import { expect, test } from "vitest";
import { merkleTree, verifyInclusion } from "./merkle.ts";

/** The leaves and roots of Certificate Transparency's reference tests for RFC 6962. */
const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("the tree of no leaf is the hash of nothing", async () => {
  expect((await merkleTree([])).root).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test.each(roots.map((root, index) => [index + 1, root] as const))(
  "the tree of %i leaves has its root",
  async (count, root) => {
    expect((await merkleTree(leaves.slice(0, count))).root).toBe(root);
  },
);

test("the path of a leaf is the one of the reference tests", async () => {
  expect((await merkleTree(leaves)).paths[5]).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

test("every leaf of every small tree is found at its place and at no other", async () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const tree = leaves.slice(0, size);
    const { root, paths } = await merkleTree(tree);
    for (const [index, leaf] of tree.entries()) {
      const path = paths[index] ?? expect.fail("no path");
      expect(await verifyInclusion({ leaf, index, size, path, root })).toBe(true);
      for (let other = 0; other < size; other += 1) {
        if (other !== index) expect(await verifyInclusion({ leaf, index: other, size, path, root })).toBe(false);
      }
      expect(await verifyInclusion({ leaf, index, size, path: [...path, root], root })).toBe(false);
      expect(await verifyInclusion({ leaf: "ff", index, size, path, root })).toBe(false);
    }
  }
});
