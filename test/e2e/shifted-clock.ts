// Loaded before the product (`--import`): its clock is ahead of the machine's by so many milliseconds, so that a walk can
// begin at any hour of the day.
const aheadMs = Number(process.env.TWOSOURCE_TEST_CLOCK_AHEAD_MS ?? 0)
const Machine = Date

class Shifted extends Machine {
  constructor(...given: readonly [] | readonly [number | string]) {
    if (given.length === 0) super(Shifted.now())
    else super(...(given as unknown as [number]))
  }

  static override now(): number {
    return Machine.now() + aheadMs
  }
}

globalThis.Date = Shifted as DateConstructor
