import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describeApi } from './openapi.ts'
import { routes } from './routes/all-routes.ts'

describe('the description of the interface', () => {
  const description = describeApi('0.1.0', 'https://news.example.org/api/v1')

  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator()
    const found = await validator.validate(JSON.parse(JSON.stringify(description)))
    assert.deepEqual([found.valid, found.errors], [true, undefined])
    assert.equal(validator.version, '3.1')
    const text = JSON.stringify(description)
    for (const [, group, name] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g))
      assert.ok(Object.hasOwn(description.components[group!] as object, name!), `${group}/${name}`)
  })

  it('has every route once, under an id of its own', () => {
    const told = Object.values(description.paths).flatMap((path) => Object.values(path))
    assert.equal(told.length, routes.length)
    assert.equal(new Set(told.map(({ operationId }) => operationId)).size, routes.length)
  })

  it('has no two paths that only the names of their fields tell apart', () => {
    const shapes = Object.keys(description.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    assert.deepEqual(
      shapes.filter((shape, at) => shapes.indexOf(shape) !== at),
      [],
    )
  })

  it('says of every list what is in it, and asks for nothing that only the server writes', () => {
    const wrong = (inside: unknown, at: string): readonly string[] => {
      if (typeof inside !== 'object' || inside === null) return []
      const { type, items, readOnly } = inside as Readonly<Record<string, unknown>>
      const here = (type === 'array' && items === undefined) || readOnly === true ? [at] : []
      return [...here, ...Object.entries(inside).flatMap(([name, value]) => wrong(value, `${at}/${name}`))]
    }
    assert.deepEqual(wrong(description, ''), [])
  })

  it('names the fields of a path as the path does', () => {
    for (const [path, methods] of Object.entries(description.paths))
      for (const route of Object.values(methods)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const given = (route.parameters ?? []) as readonly { readonly in: string; readonly name: string }[]
        assert.deepEqual(
          given.flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])),
          inPath,
          path,
        )
      }
  })
})
