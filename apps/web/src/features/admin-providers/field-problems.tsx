interface FieldProblemsProps {
  fields: readonly { path: string; message: string }[];
}

/** What is wrong with a configuration, path by path. */
export function FieldProblems({ fields }: FieldProblemsProps) {
  if (fields.length === 0) return null;
  return (
    <ul role="alert" className="grid gap-1 rounded-md border border-critical-line bg-critical-soft p-3 text-sm">
      {fields.map(({ path, message }) => (
        <li key={`${path} ${message}`} className="text-critical-ink wrap-anywhere">
          <code className="font-mono text-xs">{path}</code> {message}
        </li>
      ))}
    </ul>
  );
}
