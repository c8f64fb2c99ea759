import { decode } from '../feeds/decode.ts'
export const probe = decode
