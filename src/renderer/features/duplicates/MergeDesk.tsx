// The desk on which records are merged: the choices, what will be there, what is kept in a note, and the button that does it.
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import { ChoiceGrid, type ChoiceRow } from '#renderer/ui/ChoiceGrid.tsx'
import { StepFooter } from '#renderer/ui/StepBody.tsx'
import { WideScroll } from '#renderer/ui/WideScroll.tsx'
import { chosenPlace, fieldState } from '#shared/merges/merge-choices.ts'
import { LEAST_MERGED, type MergeField, type MergePreview } from '#shared/merges/merge.ts'
import { MergeCounts } from './MergeCounts.tsx'
import { MergeErrors } from './MergeErrors.tsx'
import { MergeOutcome } from './MergeOutcome.tsx'
import { fieldName, valueWords } from './merge-values.ts'
import { MergeWarnings } from './MergeWarnings.tsx'
import type { Merge } from './use-merge.ts'

export function MergeDesk({ merge, preview }: { readonly merge: Merge; readonly preview: MergePreview }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { choices, choose, remove, setWinner } = merge
  const [isAlikeShown, setIsAlikeShown] = useState(false)
  const { recordType, records, winnerId, fields } = preview
  const ids = records.map(({ id }) => id)
  const winner = records.find(({ id }) => id === winnerId)
  const nameField = fields.find(({ field }) => field === 'name')
  const name = String(nameField?.values[chosenPlace(nameField, ids, winnerId, choices)]?.value ?? winner?.name ?? '')
  const run = useAction(useApi().merges.run(), {
    said: () => t('merges.done', { count: records.length, name }),
    onDone: () => void navigate(recordHref(recordType, winnerId)),
    errors: 'caller',
  })

  const rowOf = (field: MergeField): ChoiceRow => ({
    id: field.field,
    label: fieldName(t, recordType, field),
    cells: field.values.map((value) => valueWords(t, format, field, value)),
    chosen: chosenPlace(field, ids, winnerId, choices),
    isFixed: field.isFixed,
  })
  const rowsIn = (state: ReturnType<typeof fieldState>) => fields.filter((field) => fieldState(field) === state).map(rowOf)
  const alike = rowsIn('alike')
  const groups = [
    { id: 'differs', title: t('merges.group.differs'), rows: rowsIn('differs') },
    { id: 'filled', title: t('merges.group.filled'), rows: rowsIn('filled') },
    {
      id: 'alike',
      title: (
        <Anchor component="button" type="button" aria-expanded={isAlikeShown} onClick={() => setIsAlikeShown(!isAlikeShown)}>
          {t('merges.group.alike', { count: alike.length })}
        </Anchor>
      ),
      rows: isAlikeShown ? alike : [],
    },
  ].filter(({ id, rows }) => rows.length > 0 || (id === 'alike' && alike.length > 0))

  return (
    <>
      <WideScroll
        label={t('merges.grid')}
        above={<MergeWarnings warnings={preview.warnings} />}
        below={<MergeOutcome preview={preview} choices={choices} />}
      >
        <ChoiceGrid
          columns={records.map(({ id, name: recordName, ownerName, createdAt, children }) => ({
            id,
            name: recordName,
            facts: (
              <Stack gap={0} align="flex-start">
                <span>
                  {[ownerName ?? t('merges.no_owner'), t('merges.since', { day: format.nearDay(format.dayOf(createdAt)) })].join(
                    ' · ',
                  )}
                </span>
                <span>{t('merges.children', { count: children })}</span>
                <Group gap="sm">
                  <Anchor size="xs" component={Link} to={recordHref(recordType, id)}>
                    {t('merges.open')}
                  </Anchor>
                  {records.length > LEAST_MERGED && (
                    <Anchor
                      size="xs"
                      component="button"
                      type="button"
                      aria-label={t('merges.leave_out_named', { name: recordName })}
                      onClick={() => remove(id)}
                    >
                      {t('merges.leave_out')}
                    </Anchor>
                  )}
                </Group>
              </Stack>
            ),
          }))}
          head={{
            label: t('merges.stays'),
            chosen: ids.indexOf(winnerId),
            onChoose: (place) => setWinner(ids[place] ?? winnerId),
          }}
          groups={groups}
          empty={t('merges.empty')}
          onChoose={(field, place) => choose(field, ids[place] ?? winnerId)}
        />
      </WideScroll>
      {run.isError && <MergeErrors error={run.error} preview={preview} />}
      <StepFooter>
        <MergeCounts counts={preview.counts} />
        <Button
          loading={run.isPending}
          onClick={() => run.mutate({ recordType, winnerId, loserIds: ids.filter((id) => id !== winnerId), choices })}
        >
          {t('merges.run', { count: records.length, name })}
        </Button>
      </StepFooter>
    </>
  )
}
