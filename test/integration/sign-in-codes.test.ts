import { after, before, describe, test } from 'node:test'
import { codeCases } from '../sign-in/code-cases.ts'
import { type Instance, startInstance } from '../sign-in/instance.ts'

describe('a code is asked for after the password', () => {
  let instance: Instance
  before(async () => {
    instance = await startInstance()
  })
  after(() => instance.close())
  for (const { name, run } of codeCases(() => instance)) test(name, run)
})
