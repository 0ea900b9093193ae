import { parseArgs } from "node:util";
import { platforms } from "@smplat/contracts/vocabulary";
import { type ChannelDiagnosis, createCore, describeFailure, retryPolicyOf } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { isDomainError } from "@smplat/core/kernel/domain-error";

const usage = `Usage: npm run account:validate -- <platform> <handle or link> [--json]
Platforms: ${platforms.join(", ")}
Ends with 0 when the channel was measured, 1 when it was not, 2 when it was not asked for.
`;

/** Looks a channel up with this installation's credentials and says everything about it. Stores nothing. */
async function validate(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const platform = platforms.find((known) => known === positionals[0]);
  const handle = positionals[1];
  if (platform === undefined || handle === undefined || positionals.length > 2) {
    process.stderr.write(usage);
    return 2;
  }
  const core = await createCore({ ...loadConfig(), services: [], logLevel: "silent" });
  try {
    const found = await core.socialAccounts.diagnose(core.database, { platform, handle });
    process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : describe(found));
    return found.outcome?.status === "measured" ? 0 : 1;
  } catch (error) {
    if (!isDomainError(error, "channel.handle-invalid")) throw error;
    process.stderr.write(`${handle} can't be a channel on ${platform}. Give the handle or the link to the profile.\n`);
    return 2;
  } finally {
    await core.close();
  }
}

function describe(found: ChannelDiagnosis): string {
  const { platform, parsed, outcome, latencyMs, attestation } = found;
  const lines = [`${platform}  ${parsed.handle}  ${parsed.profileUrl}`, ...describeOutcome(outcome)];
  lines.push(`Answered in ${latencyMs} ms.`);
  for (const { id, method, budgetLeft, budgetCapacity, breaker } of found.sources) {
    lines.push(
      `Source ${id} (${method}): ${budgetLeft} of ${Math.floor(budgetCapacity)} requests left, breaker ${breaker}.`,
    );
  }
  if (attestation !== null) {
    const { followers, id, expiresAt } = attestation;
    lines.push(`Staff stand for ${followers} followers until ${expiresAt.toISOString()} (${id}).`);
  }
  return `${lines.join("\n")}\n`;
}

function describeOutcome(outcome: ChannelDiagnosis["outcome"]): string[] {
  if (outcome === null) return ["✗ not measured: no source of this platform is configured. See .env.example."];
  if (outcome.status === "measured") {
    const { source, method, platformUserId, displayName, followers, posts, views, precision } = outcome.reading;
    const exact = precision.kind === "exact" ? "exact" : `rounded down, up to ${precision.step - 1} more`;
    return [
      `✓ measured by ${source} (${method}): ${displayName ?? "no name"}, id ${platformUserId}`,
      `  followers ${followers ?? "not told"} (${exact}), posts ${posts ?? "not told"}, views ${views ?? "not told"}`,
    ];
  }
  const { kind, retryAt } = outcome.failure;
  const { title, remedy } = describeFailure(kind, "en");
  const { byItself, rememberedMs } = retryPolicyOf(kind);
  const asked = outcome.source === undefined ? "no source could be asked" : `asked ${outcome.source}`;
  return [
    `✗ ${kind}, ${asked}`,
    `  A customer reads: ${title}. ${remedy}`,
    byItself
      ? `  Jobs ask again by themselves${retryAt === null ? "" : `, not before ${retryAt.toISOString()}`}.`
      : `  Asking again helps only once the channel changed; the answer is remembered for ${rememberedMs / 1_000} s.`,
  ];
}

process.exitCode = await validate();
