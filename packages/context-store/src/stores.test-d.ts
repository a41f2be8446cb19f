import { Keyv } from 'keyv'
import type Libsql from 'libsql'
import { describe, expectTypeOf, it } from 'vitest'
import { fileSessions, fileStore } from './file/index.js'
import { ContextStore, type KeyvStore } from './index.js'
import type { SqliteDriver } from './sqlite/driver.js'
import { sqliteSessions, sqliteStore } from './sqlite/index.js'

describe('stores, as types', () => {
  it('the driver has what is used of it', () => {
    expectTypeOf<ConstructorParameters<typeof Libsql>[0]>().toExtend<string | Buffer>()
    expectTypeOf<InstanceType<SqliteDriver>['close']>().toBeFunction()
    const Driver = {} as typeof Libsql
    const open = (file: string): InstanceType<SqliteDriver> => {
      const database = new Driver(file, { timeout: 1 })
      return {
        prepare: (sql) => {
          const statement = database.prepare(sql)
          return {
            run: (parameters) => statement.run(parameters),
            get: (parameters) => statement.get(parameters),
            all: (parameters) => statement.all(parameters),
          }
        },
        exec: (sql) => database.exec(sql),
        close: () => database.close(),
      }
    }
    expectTypeOf(open).returns.toEqualTypeOf<InstanceType<SqliteDriver>>()
  })

  it('stores go into a Keyv, and sessions keep their type', () => {
    expectTypeOf(sqliteStore).returns.toExtend<KeyvStore>()
    expectTypeOf(fileStore).returns.toExtend<KeyvStore>()
    new ContextStore({ keyv: new Keyv({ store: sqliteStore({ file: 'sessions.db' }) }) })
    new ContextStore({ keyv: new Keyv({ store: fileStore({ dir: 'sessions' }) }) })
    expectTypeOf(sqliteSessions<{ step: number }>).returns.toEqualTypeOf<ContextStore<{ step: number }>>()
    expectTypeOf(fileSessions<{ step: number }>).returns.toEqualTypeOf<ContextStore<{ step: number }>>()
    // @ts-expect-error: the store is made from the file
    sqliteSessions('sessions.db', { keyv: new Keyv() })
  })
})
