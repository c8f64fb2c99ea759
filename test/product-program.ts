import { fileURLToPath } from 'node:url'
import { programFor } from '../src/app/launch/launch.js'

/**
 * The program as `npm start` would run it, as an absolute path: packed where `npm run build` was run since anything in `src` changed, which
 * takes half of the processor time or less; the sources otherwise. What a test loads before it (`limitsEnv`) changes the sources alone.
 */
export const productProgram: string = fileURLToPath(new URL(`../${programFor('src/main.ts')}`, import.meta.url))
