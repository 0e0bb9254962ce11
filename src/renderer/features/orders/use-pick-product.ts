// Finding a product while a part of its name or code is typed, and making one that is not there yet.
import type { QueryOf } from '#renderer/api/api.ts'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Reference } from '#shared/base/fields.ts'

/** `currency`: what a new product's price will be in. */
export const usePickProduct = (currency: string) => {
  const t = useT()
  const api = useApi()
  const create = useAction(api.products.create(), { said: ({ name }) => t('products.said.created', { name }) })
  return {
    query: (text: string): QueryOf<Reference[]> => api.products.pick({ text }),
    creation: {
      label: (name: string) => t('orders.lines.create_product', { name }),
      create: (name: string) => create.mutateAsync({ name, currency }),
    },
  }
}
