import type { Clock, ClockEpoch } from "#kernel/clock";

/**
 * A clock that stands still until it is moved. While the past is lived through, wall and business time are one; at the
 * end the wall is the real one and business time runs at the shop's own rate.
 */
export interface HistoryClock extends Clock {
  moveTo(at: Date): void;
  /** From now on timers are set as the running shop sets them. */
  joinShop(rate: number): void;
}

export function createHistoryClock(start: Date): HistoryClock {
  let epoch: ClockEpoch = { wall: start, business: start, rate: 1 };
  return {
    now: () => epoch.business,
    wall: () => epoch.wall,
    wallAt: (business) => new Date(epoch.wall.getTime() + (business.getTime() - epoch.business.getTime()) / epoch.rate),
    epoch: () => epoch,
    moveTo: (at) => {
      epoch = { ...epoch, wall: at, business: at };
    },
    joinShop: (rate) => {
      epoch = { wall: new Date(), business: epoch.business, rate };
    },
  };
}
