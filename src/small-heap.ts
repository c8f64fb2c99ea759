import { setFlagsFromString } from 'node:v8'

/**
 * Makes this process free memory sooner: by default V8 lets a heap grow to several times what is in use before it looks for what can be
 * freed, which a first refresh pays with some hundred megabytes. To be called before much is loaded; the program is also to be started
 * with `--max-semi-space-size=8`, which cannot be set later.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
