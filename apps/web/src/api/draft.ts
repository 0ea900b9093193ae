const prefix = "smplat:draft:";

/** What somebody typed into a form of this tab before; null when there is nothing, or storage is switched off. */
export function readDraft<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a draft for this tab; null forgets it. A draft that can't be kept is no reason to stop the form. */
export function writeDraft(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    return;
  }
}
