import type { Proof } from './proof.ts'
export const prove: Proof = async () => ({ name: 'backup', checks: [] })
