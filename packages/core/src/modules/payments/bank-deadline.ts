import { after, type Clock } from "#kernel/clock";

/**
 * A bank's deadline as the order's other times are told: as far ahead of now as it is on the wall. The two differ only
 * where business time runs fast, and there a deadline on the wall would lie before the purchase.
 * @param wallInstant ISO instant, as the processor gives it
 */
export function bankDeadline(clock: Clock, wallInstant: string): Date {
  return after(clock.now(), Date.parse(wallInstant) - clock.wall().getTime());
}
