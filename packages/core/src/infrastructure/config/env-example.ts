import { variables } from "./env.ts";

/** The text of `.env.example`: every variable, what it means, and what holds when it is left out. */
export function renderEnvExample(): string {
  const entries = Object.entries(variables).map(
    ([name, { about, fallback }]: [string, { about: string; fallback?: string }]) => {
      const required = fallback === undefined ? " Required; npm start brings it." : "";
      return `# ${about}${required}\n${fallback === undefined ? "" : "# "}${name}=${fallback ?? ""}\n`;
    },
  );
  return `# Every variable the server reads. npm start sets what the demo needs; set here what is yours.\n\n${entries.join("\n")}`;
}
