/** How much is tried. */
export type Scale = {
  readonly articles: number
  /** On each of two hosts. */
  readonly workers: number
  readonly webNodes: number
  readonly kills: number
  /** In so many steps news comes in while workers are killed. */
  readonly killSteps: number
  /** How long it is waited for leases of the dead to run out by themselves. */
  readonly leaseIdleMs: number
  readonly cutSeconds: number
  readonly restarts: number
}

/** A minute or two on a quiet machine. */
export const shortScale: Scale = {
  articles: 40,
  workers: 1,
  webNodes: 1,
  kills: 5,
  killSteps: 2,
  leaseIdleMs: 5000,
  cutSeconds: 8,
  restarts: 1,
}

/** What the targets ask for. Leases of three minutes are waited for. */
export const fullScale: Scale = {
  articles: 400,
  workers: 2,
  webNodes: 2,
  kills: 100,
  killSteps: 20,
  leaseIdleMs: 200_000,
  cutSeconds: 60,
  restarts: 3,
}
