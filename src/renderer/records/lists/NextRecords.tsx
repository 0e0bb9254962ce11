// On a record's own page: its place in the list that it was opened from, and the way to the ones before and behind it.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { type ListQuestion, listQuestion } from '#shared/lists/list-question.ts'
import classes from './NextRecords.module.css'

/** What a link to a record carries along, so that its page knows the list. */
export const fromList = (question: ListQuestion) => ({ list: question })

interface NextRecordsProps {
  readonly id: string
  readonly pathOf: (id: string) => string
}

export function NextRecords(props: NextRecordsProps) {
  const { state } = useLocation()
  // The history of the browser holds it: it may be an older version's.
  const question = listQuestion.safeParse(Object(state)['list'])
  return question.success ? <Steps {...props} question={question.data} /> : null
}

function Steps({ id, pathOf, question }: NextRecordsProps & { readonly question: ListQuestion }) {
  const t = useT()
  const navigate = useNavigate()
  const neighbours = useQuery({ ...useApi().lists.neighbours({ ...question, id }), placeholderData: keepPreviousData })
  const { previous = null, next = null, place = null, count = 0 } = neighbours.data ?? {}
  // Back leads to the list, however many records were looked at.
  const go = (to: string | null) => {
    if (to !== null) void navigate(pathOf(to), { replace: true, state: fromList(question) })
  }
  useShortcuts([
    { keys: 'mod+arrowdown', label: t('lists.panel.next'), group: 'page', run: () => go(next) },
    { keys: 'mod+arrowup', label: t('lists.panel.previous'), group: 'page', run: () => go(previous) },
  ])

  if (place === null) return null
  return (
    <>
      <span className={classes['place']}>{t('lists.panel.place', { place, count })}</span>
      <ActionIcon size={28} aria-label={t('lists.panel.previous')} disabled={previous === null} onClick={() => go(previous)}>
        <IconChevronUp size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon size={28} aria-label={t('lists.panel.next')} disabled={next === null} onClick={() => go(next)}>
        <IconChevronDown size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </>
  )
}
