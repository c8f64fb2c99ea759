import { en, type Words } from './words.ts'

export const fr: Words = en
