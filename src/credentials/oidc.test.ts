import { test } from 'node:test'
import { oidcCases } from '../../test/sign-in/oidc-cases.ts'

for (const { name, run } of oidcCases) test(`an answer of a provider ${name}`, run)
