// Deciding about conflicts, with the sentence that says what was decided.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Conflict, NewDecision } from '#shared/conflicts/conflict.ts'
import { fieldOf, valueText } from './conflict-words.ts'

type Choice = NewDecision['choice']

export const decisionOf = ({ table, rowId, field, standing, others }: Conflict, choice: Choice): NewDecision => ({
  ...{ table, rowId, field, standing: standing.id, others: others.map(({ id }) => id), choice },
})

/** For one conflict. `errors: 'caller'` where a form shows them. */
export const useDecide = (conflict: Conflict, errors: 'line' | 'caller' = 'line') => {
  const t = useT()
  const format = useFormat()
  const field = fieldOf(t, conflict)
  const sentence = (choice: Choice | undefined): string => {
    if (choice?.kind === 'write') return t('conflicts.said.written', { field })
    const other = choice?.kind === 'take' ? conflict.others.find(({ id }) => id === choice.claim) : undefined
    const value = valueText(t, format, conflict.table, (other ?? conflict.standing).values)
    return t(other ? 'conflicts.said.taken' : 'conflicts.said.kept', { field, value })
  }
  const action = useAction(useApi().conflicts.decide(), {
    errors,
    said: (_, { decisions }) => sentence(decisions[0]?.choice),
  })
  return {
    isPending: action.isPending,
    error: action.error,
    reset: action.reset,
    decide: (choice: Choice) => action.mutateAsync({ decisions: [decisionOf(conflict, choice)] }),
    start: (choice: Choice) => action.mutate({ decisions: [decisionOf(conflict, choice)] }),
  }
}

/** For several in one go: all that show, or all the others. */
export const useDecideAll = () => {
  const t = useT()
  const action = useAction(useApi().conflicts.decide(), { said: ({ decided }) => t('conflicts.said.many', { count: decided }) })
  return {
    isPending: action.isPending,
    start: (conflicts: readonly Conflict[], which: 'keep' | 'take') =>
      action.mutate({
        decisions: conflicts.map((conflict) =>
          decisionOf(conflict, which === 'keep' ? { kind: 'keep' } : { kind: 'take', claim: conflict.others[0]?.id ?? '' }),
        ),
      }),
  }
}
