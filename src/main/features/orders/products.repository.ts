// The SQL of products, one at a time and as they are picked.
import { sql } from 'kysely'
import type { Reference } from '#shared/base/fields.ts'
import { type Product, product } from '#shared/orders/product.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'

const productById = prepared<{ id: string }>()((param) =>
  build.selectFrom('products').select(columnsOf('products', product)).where('id', '=', param('id')).where(isThere('products')),
)

export const findProduct = (db: Db, id: string): Product | undefined => productById(db, { id })[0]

/** By name; what is no longer sold stands last. */
export const listFirstProducts = (db: Db, limit: number): Reference[] =>
  db.all(
    build
      .selectFrom('products')
      .select(['id', 'name'])
      .where(isActive('products'))
      .where('isDiscontinued', '=', false)
      .orderBy('sortName')
      .orderBy('id')
      .limit(limit),
  )

/** Products by the row numbers that the search index answers, in its order, what is no longer sold last. */
export const listProductsByNo = (db: Db, numbers: readonly number[]): Reference[] =>
  db.all(
    compileSql(
      sql<Reference>`select products.id, products.name from json_each(${JSON.stringify(numbers)}) as wanted join products on products.no = wanted.value
        where ${isActive('products')} order by products.isDiscontinued, wanted.key`,
    ),
  )
