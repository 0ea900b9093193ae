import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moduleOf } from "./src/architecture/module-of.ts";
import { allowedImports, MODULE_NAMES } from "./src/architecture/module-order.ts";
import { PROJECT, readSourceFiles, resolveImport, type SourceFile } from "./src/architecture/source-files.ts";
import { queriedTables, readTableOwners } from "./src/architecture/tables-of-modules.ts";

/** A little below what there is today: a scan that finds less has gone blind, and every rule would pass. */
const MINIMUM_SOURCE_FILES = 500;
const MINIMUM_MODULES = 8;
const MAXIMUM_LINES = 400;

const files = readSourceFiles();
const program = files.filter((file) => !file.isTest);
const modulesFolder = join(PROJECT, "packages/core/src/modules");
const modules = existsSync(modulesFolder) ? readdirSync(modulesFolder) : [];

/** Fails with every breach and what is allowed instead. */
function expectNone(breaches: readonly string[], allowed: string): void {
  expect(breaches, `${breaches.join("\n")}\nAllowed: ${allowed}\n`).toEqual([]);
}

function importsOf(from: readonly SourceFile[], refused: (file: SourceFile, target: string) => boolean): string[] {
  return from.flatMap((file) =>
    file.imports
      .map((specifier) => resolveImport(file, specifier))
      .filter((target) => refused(file, target))
      .map((target) => `${file.path} imports ${target}`),
  );
}

/** `packages/core` or `apps/web`. */
function workspaceOf(path: string): string | undefined {
  return /^((?:packages|apps)\/[^/]+)\//.exec(path)?.[1];
}

test("the scan sees the project", () => {
  expect(files.length).toBeGreaterThan(MINIMUM_SOURCE_FILES);
  expect(modules.length).toBeGreaterThanOrEqual(MINIMUM_MODULES);
});

describe("modules", () => {
  test("only those of the table exist", () => {
    expectNone(
      modules.filter((module) => !MODULE_NAMES.includes(module)),
      MODULE_NAMES.join(", "),
    );
  });

  test("docs/architecture.md draws the edges that are allowed between the modules there are", () => {
    const drawn = readFileSync(join(PROJECT, "docs/architecture.md"), "utf8").matchAll(/^([a-z, -]+) → ([a-z, -]+)$/gm);
    const edges = [...drawn].flatMap(([, from = "", to = ""]) =>
      from.split(", ").map((module) => [module, to === "nothing" ? [] : to.split(", ").sort()] as const),
    );
    const allowed = modules
      .filter((module) => module !== "notifications")
      .map((module) => {
        const targets = (allowedImports(module) ?? []).filter((name) => modules.includes(name) && name !== "telemetry");
        return [module, targets.sort()] as const;
      });
    expect(Object.fromEntries(edges)).toEqual(Object.fromEntries(allowed));
  });

  test.each(modules)("%s imports only modules below it, by their door", (module) => {
    const allowed = allowedImports(module) ?? [];
    const own = program.filter((file) => moduleOf(file) === module);
    const breaches = importsOf(own, (_file, target) => {
      const other = /^#modules\/(.+)$/.exec(target)?.[1];
      if (other !== undefined) return !allowed.includes(other);
      return target.startsWith("packages/") && !target.startsWith(`packages/core/src/modules/${module}/`);
    });
    expectNone(breaches, `#kernel/*, #infrastructure/*, ${allowed.map((name) => `#modules/${name}`).join(", ")}`);
  });

  test.each(modules)("%s has a door and a README", (module) => {
    const missing = ["index.ts", "README.md"].filter((name) => !existsSync(join(modulesFolder, module, name)));
    expectNone(missing, "every module has both");
  });

  test("only a repository, or the SQL of an invariant, imports the module's tables", () => {
    const breaches = importsOf(program, (file, target) => {
      const isTables = /packages\/core\/src\/modules\/.*\/tables\.ts$/.test(target);
      return (
        isTables &&
        !/-(repository|invariants)\.ts$/.test(file.name) &&
        !file.path.startsWith("packages/core/src/verify/")
      );
    });
    expectNone(breaches, "<noun>-repository.ts, <noun>-invariants.ts, packages/core/src/verify/");
  });

  test("every table belongs to one module", () => {
    const twice = [...readTableOwners(files)].filter(([, owners]) => owners.length > 1);
    expectNone(
      twice.map(([table, owners]) => `${table}: ${owners.join(", ")}`),
      "the others ask the owner",
    );
  });

  test("no module's query names another module's table", () => {
    const owners = readTableOwners(files);
    const breaches = program.flatMap((file) => {
      const module = moduleOf(file);
      if (!module || file.name.endsWith("-invariants.ts")) return [];
      const foreign = queriedTables(file.text).filter(
        (table) => owners.has(table) && !owners.get(table)?.includes(module),
      );
      return foreign.map((table) => `${file.path} names ${table} of ${owners.get(table)?.join(", ")}`);
    });
    expectNone(breaches, "a query of the owning module's interface");
  });
});

describe("layers", () => {
  test("the kernel imports nothing but itself and the shared vocabulary", () => {
    const kernel = program.filter((file) => file.path.startsWith("packages/core/src/kernel/"));
    const breaches = importsOf(
      kernel,
      (_file, target) => !/^(packages\/core\/src\/kernel\/|#kernel\/|@smplat\/contracts\/vocabulary$)/.test(target),
    );
    expectNone(breaches, "#kernel/*, @smplat/contracts/vocabulary");
  });

  test("infrastructure imports no module", () => {
    const infrastructure = program.filter((file) => file.path.startsWith("packages/core/src/infrastructure/"));
    const breaches = importsOf(infrastructure, (_file, target) => /#modules\/|\/src\/modules\//.test(target));
    expectNone(breaches, "#kernel/*, #infrastructure/*, packages from npm");
  });

  test("pure files touch neither database, network nor machine", () => {
    const pure = program.filter(
      (file) => file.path.startsWith("packages/core/src/") && /(^evaluate-.*|-states|-policy)\.ts$/.test(file.name),
    );
    const breaches = importsOf(pure, (_file, target) => /^(kysely|pg|pg-boss|hono|node:.*)(\/|$)/.test(target));
    expectNone(breaches, "#kernel/* and other pure files; hand facts in as arguments");
  });

  test("a workspace is entered by its public doors only", () => {
    const breaches = importsOf(files, (file, target) => {
      const [from, to] = [workspaceOf(file.path), workspaceOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expectNone(breaches, "@smplat/<package>, as listed under `exports` of its package.json");
  });

  test("contracts, ui, inference and the receipt verifier stand alone, and the web app never meets the core", () => {
    const forbidden: Record<string, RegExp> = {
      "packages/contracts": /^@smplat\//,
      "packages/ui": /^@smplat\//,
      "packages/inference": /^@smplat\//,
      "packages/receipt-verifier": /^@smplat\//,
      "packages/core": /^@smplat\/(?!contracts\/vocabulary$|inference$|receipt-verifier$)/,
      "apps/web": /^@smplat\/(?!contracts|ui|receipt-verifier$)/,
      "apps/server": /^@smplat\/(?!contracts|core|receipt-verifier$)/,
      "apps/sandbox": /^@smplat\//,
    };
    const breaches = importsOf(program, (file, target) => {
      return forbidden[workspaceOf(file.path) ?? ""]?.test(target) ?? false;
    });
    expectNone(
      breaches,
      "web: contracts, ui; server: contracts, core; core: contracts/vocabulary, inference; web, server, core: receipt-verifier; sandbox: none",
    );
  });

  test("the test package stays out of the program", () => {
    const breaches = importsOf(program, (file, target) => {
      return /^@smplat\/testing/.test(target) && !/^(e2e|bench|tools)\//.test(file.path);
    });
    expectNone(breaches, "*.test.ts, e2e, bench, tools");
  });
});

describe("files", () => {
  const vague = /^(utils?|helpers?|common|misc|manager|shared|lib|base)$|-(utils?|helpers?|misc|manager)$/;

  test("names say what is inside", () => {
    const breaches = files
      .map((file) => file.path)
      .filter((path) => {
        return path.split("/").some((part) => vague.test(part.split(".")[0] ?? ""));
      });
    expectNone(breaches, "name the one idea the file exports");
  });

  test("names are kebab-case", () => {
    // Next reads meaning from the names in app/, and Storybook from its folder.
    const ours = files.filter((file) => !/^apps\/web\/app\/|\/\.storybook\//.test(file.path));
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs|js)$/;
    expectNone(
      ours.filter((file) => !kebab.test(file.name)).map((file) => file.path),
      "price-quote.ts, price-quote.test.ts",
    );
  });

  test("TSX is only where React runs", () => {
    const breaches = files.filter(
      (file) => file.path.endsWith(".tsx") && !/^(apps\/web|packages\/ui)\//.test(file.path),
    );
    expectNone(
      breaches.map((file) => file.path),
      "apps/web, packages/ui: Node strips types but does not read TSX",
    );
  });

  test(`none is longer than ${MAXIMUM_LINES} lines`, () => {
    const breaches = files
      .map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > MAXIMUM_LINES);
    expectNone(
      breaches.map(({ path, lines }) => `${path}: ${lines}`),
      `up to ${MAXIMUM_LINES}, 250 wished`,
    );
  });

  test("no test is skipped or runs alone", () => {
    const breaches = files.filter((file) => {
      return /\.(test|e2e)\.ts$/.test(file.name) && /\b(test|it|describe)\.(skip|only|todo|fails)\b/.test(file.text);
    });
    // This file names them to look for them.
    expectNone(
      breaches.map((file) => file.path).filter((path) => path !== "packages/testing/architecture.test.ts"),
      "every test runs",
    );
  });
});
