import { type Limits, usualLimits } from '../src/app/config/limits.ts'

/** The environment of a process of the product with other limits: it loads this file first. */
export function limitsEnv(limits: Partial<Limits>, ...alsoLoads: readonly string[]): Readonly<Record<string, string>> {
  const loads = [import.meta.url, ...alsoLoads].map((url) => `--import=${url}`)
  return { NODE_OPTIONS: loads.join(' '), TWOSOURCE_TEST_LIMITS: JSON.stringify(limits) }
}

Object.assign(usualLimits, JSON.parse(process.env.TWOSOURCE_TEST_LIMITS ?? '{}'))
