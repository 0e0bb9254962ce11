// What can be done to a deal from its page, each with its sentence.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { DealRecord } from './deal-record.ts'

export const useDealActions = ({ title }: Pick<DealRecord, 'title'>) => {
  const t = useT()
  const { deals } = useApi()

  return {
    win: useAction(deals.win(), { said: () => t('deals.said.won', { title }) }),
    move: useAction(deals.move(), {
      said: ({ status }) =>
        t(status === 'lost' ? 'deals.said.lost' : status === 'won' ? 'deals.said.won' : 'deals.said.saved', { title }),
    }),
    archive: useAction(deals.archive(), { said: () => t('deals.said.archived', { title }) }),
    restore: useAction(deals.restore(), { said: () => t('deals.said.restored', { title }) }),
  }
}
