/** A handle as people write it, whichever way the platform stores it. */
export function channelName(handle: string): string {
  return handle.startsWith("@") ? handle : `@${handle}`;
}
