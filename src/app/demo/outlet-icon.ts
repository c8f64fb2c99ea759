import { readFileSync } from 'node:fs'
import { outlets } from './outlets.ts'

/** The icon of an outlet as PNG, 64 by 64; undefined for an unknown outlet. Drawn for this project. */
export function outletIcon(outletId: string): Buffer | undefined {
  return outlets.some(({ id }) => id === outletId)
    ? readFileSync(new URL(`./icons/${outletId}.png`, import.meta.url))
    : undefined
}
