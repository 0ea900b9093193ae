import type { OperatorOrder } from "@smplat/contracts";
import { DefinitionList } from "@smplat/ui/definition-list";
import { getFormatter, getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { sourceName } from "#components/source-name.ts";
import { Panel } from "./panel.tsx";

type Ownership = OperatorOrder["ownership"][number];

/** Which channels of the order the buyer proved to be theirs, how, and the evidence; nothing where nobody claimed one. */
export async function OwnershipFacts({ detail: { order, ownership } }: { detail: OperatorOrder }) {
  const t = await getTranslations("channels");
  if (ownership.length === 0) return null;
  const handles = new Map(order.lines.map(({ platformContext: of }) => [of?.accountId ?? "", of?.handle ?? ""]));
  return (
    <Panel id="ownership" title={t("staff.title")}>
      {ownership.map((one) => (
        <Facts key={one.accountId} one={one} handle={handles.get(one.accountId) ?? ""} />
      ))}
    </Panel>
  );
}

async function Facts({ one, handle }: { one: Ownership; handle: string }) {
  const [t, format] = await Promise.all([getTranslations("channels"), getFormatter()]);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const hash =
    one.evidenceHash === null ? (
      t("staff.noHash")
    ) : (
      <code className="block truncate font-mono text-xs" title={one.evidenceHash}>
        {one.evidenceHash}
      </code>
    );
  return (
    <article className="grid gap-2 rounded-md border border-line bg-surface p-3">
      <h3 className="text-sm wrap-anywhere">{channelName(handle)}</h3>
      <DefinitionList
        items={[
          { term: t("staff.state"), value: t(`ownership.${one.state}`) },
          { term: t("staff.method"), value: t(`ownership.methods.${one.method}`) },
          { term: t("staff.seen"), value: moment(one.observedAt) },
          { term: t("staff.until"), value: moment(one.expiresAt) },
          { term: t("staff.source"), value: sourceName(one.source) },
          { term: t("staff.hash"), value: hash },
        ]}
      />
    </article>
  );
}
