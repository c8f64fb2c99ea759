import { z } from 'zod'

/** An id of digits. Programs and models often send it as a number, since it looks like one. */
export const numericId = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  z.string().min(1).max(40),
)
