import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project-root.mjs";

/** What one wants to know when everything runs. */
export function readyMessage({ publicUrl, ports, data, demo }) {
  const places = [
    ["Shop", publicUrl],
    ["Back office", `${publicUrl}/admin`],
    ["API", `${publicUrl}/api/docs`],
  ];
  const sandbox = `http://localhost:${ports.sandbox}`;
  if (demo) places.push(["Sandbox", sandbox], ["Mailbox", `${sandbox}/mailbox`]);
  places.push(["Logs", join(data, "logs")]);
  const lines = [
    `\nSmplat is ready: ${publicUrl}\n`,
    ...places.map(([name, place]) => `  ${name.padEnd(12)} ${place}`),
  ];
  const logins = demo ? readLogins(join(data, "demo-logins.json")) : [];
  if (logins.length > 0) {
    lines.push("\nThis is a demo with sample people. Sign in as:");
    for (const { label, email, password } of logins) lines.push(`  ${label.padEnd(12)} ${email}  ${password}`);
  }
  const elsewhere = data === inProject(".data") ? "" : ` --data ${data}`;
  if (!demo) lines.push(`\nMake the first admin with: npm run admin:create -- <email>${elsewhere}`);
  else if (elsewhere !== "") lines.push(`\nCommands find this shop with${elsewhere}`);
  lines.push("\nCtrl-C stops everything; the data stays.");
  return lines.join("\n");
}

function readLogins(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
