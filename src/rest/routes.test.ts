import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { asJson, linesOf, readViewSchemas, viewSchemasFile } from '../../test/rest/view-schemas.ts'
import { operations } from '../operations/all.ts'
import { fieldMeaning } from './field-meanings.ts'
import { fieldSchema, inputForms } from './input-schema.ts'
import { hasQuery, pathFields, type Route } from './route.ts'
import { routeInput } from './route-input.ts'
import { areas, routes } from './routes/all-routes.ts'
import { peopleOnly } from './routes/people-only.ts'

const named = (route: Route) => operations.find(({ name }) => name === route.operation)!

describe('the routes', () => {
  it('leave no operation out: each has a route, or a reason why only a person may ask', () => {
    const routed = new Set<string>(routes.map(({ operation }) => operation))
    const left = operations.filter(({ name }) => !routed.has(name) && !Object.hasOwn(peopleOnly, name))
    assert.deepEqual(
      left.map(({ name }) => name),
      [],
      'Give it a line in a table of src/rest/routes/, or its reason in people-only.ts',
    )
    const both = Object.keys(peopleOnly).filter((name) => routed.has(name))
    assert.deepEqual(both, [])
    const names = new Set<string>(operations.map(({ name }) => name))
    assert.deepEqual(
      [...routed, ...Object.keys(peopleOnly)].filter((name) => !names.has(name)),
      [],
    )
  })

  it('give no program what only a person may ask for', () => {
    const forPeople = operations.filter((operation) => 'isForPeople' in operation).map(({ name }) => name)
    assert.deepEqual(
      forPeople.filter((name) => !Object.hasOwn(peopleOnly, name)),
      [],
    )
  })

  it('have addresses of their own, of words and fields', () => {
    const places = routes.map(({ method, path }) => `${method} ${path.replace(/\{[\w.]+\}/g, '{}')}`)
    assert.equal(new Set(places).size, places.length)
    for (const { path, area } of routes) {
      assert.match(path, /^(?:\/(?:[a-z]+(?:-[a-z]+)*|\{[a-zA-Z]+(?:\.[a-zA-Z]+)?\}))+$/)
      assert.ok(areas.some(({ name }) => name === area))
    }
  })

  it('name fields that there are, all of which can be given somewhere', () => {
    for (const route of routes) {
      const forms = inputForms(named(route))
      const told = [...pathFields(route), ...Object.keys(route.fixed ?? {}), ...(route.without ?? [])]
      for (const field of [...told, ...(route.raw ? [route.raw.field] : [])])
        assert.ok(fieldSchema(forms, field), `${route.at}: ${field}`)
      const { query, bodies } = routeInput(route, named(route))
      const left = new Set(forms.flatMap(({ fields }) => Object.keys(fields)))
      for (const field of told) left.delete(field.split('.')[0]!)
      if (route.raw) left.delete(route.raw.field)
      const given = hasQuery(route) ? Object.keys(query) : bodies.flatMap(({ fields }) => Object.keys(fields))
      for (const field of left) assert.ok(given.includes(field) || route.fixed, `${route.at}: ${field} cannot be given`)
    }
  })

  it('change nothing by a GET', () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const { query } = routeInput(route, named(route))
      assert.ok(!('reads' in query) && !('looks' in query), `${route.at} notes that it was looked at`)
    }
  })

  it('are documented: each says what it does, each field what it means', () => {
    for (const route of routes) {
      const { name, summary } = named(route)
      assert.ok(summary.length >= 20, `${name}: its summary says too little`)
      for (const { fields } of inputForms(named(route)))
        for (const field of Object.keys(fields).filter((each) => !route.without?.includes(each)))
          assert.ok(fieldMeaning(name, field), `${name}: say in src/rest/field-meanings.ts what ${field} means`)
    }
  })

  it('answer with what the types of the views say', () => {
    const read = readViewSchemas(asJson)
    assert.equal(readFileSync(viewSchemasFile, 'utf8'), linesOf(read), 'Run: npm run schemas')
    const told = (kind: Route['answers']) =>
      routes.flatMap(({ answers, operation }) => (answers === kind ? [operation] : [])).toSorted()
    const isRouted = (name: string) => !Object.hasOwn(peopleOnly, name)
    assert.deepEqual(told('nothing'), read.nothing.filter(isRouted).toSorted())
    assert.deepEqual(told('done'), read.done.filter(isRouted).toSorted())
  })
})
