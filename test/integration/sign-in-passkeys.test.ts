import { after, before, describe, test } from 'node:test'
import { type Instance, startInstance } from '../sign-in/instance.ts'
import { passkeyCases } from '../sign-in/passkey-cases.ts'

describe('a passkey is tried at the door', () => {
  let instance: Instance
  before(async () => {
    instance = await startInstance()
  })
  after(() => instance.close())
  for (const { name, run } of passkeyCases(() => instance)) test(name, run)
})
