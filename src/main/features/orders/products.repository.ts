// The SQL of products, one at a time and as they are picked.
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Product, product, type productPick } from '#shared/orders/product.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'

const productById = prepared<{ id: string }>()((param) =>
  build.selectFrom('products').select(columnsOf('products', product)).where('id', '=', param('id')).where(isThere('products')),
)

export const findProduct = (db: Db, id: string): Product | undefined => productById(db, { id })[0]

type Pick = z.infer<typeof productPick>
const picked = ['id', 'name', 'code', 'unitPriceE4', 'currency', 'isDiscontinued'] as const

/** By name; what is no longer sold stands last. */
export const listFirstProducts = (db: Db, limit: number): Pick[] =>
  db.all(
    build
      .selectFrom('products')
      .select(picked)
      .where(isActive('products'))
      .where('isDiscontinued', '=', false)
      .orderBy('sortName')
      .orderBy('id')
      .limit(limit),
  )

/** Products by the row numbers that the search index answers, in its order, what is no longer sold last. */
export const listProductsByNo = (db: Db, numbers: readonly number[]): Pick[] =>
  db.all(
    compileSql(
      sql<Pick>`select products.id, products.name, products.code, products.unitPriceE4, products.currency, products.isDiscontinued
        from json_each(${JSON.stringify(numbers)}) as wanted join products on products.no = wanted.value
        where ${isActive('products')} order by products.isDiscontinued, wanted.key`,
    ),
  )
