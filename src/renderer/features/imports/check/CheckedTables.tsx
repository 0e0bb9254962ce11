// The tables of an import with their rows by fate, and the way on: the button says what it will do.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { FilterBar } from '#renderer/ui/FilterBar.tsx'
import { FilterPills } from '#renderer/ui/FilterPills.tsx'
import { StepFooter, StepHead, StepRoom } from '#renderer/ui/StepBody.tsx'
import { type ImportPlan, type RowFate, rowFate } from '#shared/imports/plan.ts'
import type { ImportPreview, TablePreview } from '#shared/imports/preview.ts'
import { TableTabs } from '../columns/TableTabs.tsx'
import { useImportSession } from '../import-session.ts'
import type { Planned } from '../use-inspection.ts'
import { BackButton } from './BackButton.tsx'
import { addedUp, comingIn, stayingOut } from './fates.ts'
import { MadeAlong } from './MadeAlong.tsx'
import { RowsView } from './RowsView.tsx'
import { SaveRows } from './SaveRows.tsx'

interface CheckedTablesProps {
  readonly planned: Planned
  readonly plan: ImportPlan
  readonly preview: ImportPreview
  /** The figures are from before the last change. */
  readonly isOld: boolean
  readonly onRun: () => void
}

type Pill = RowFate | 'problems'

export function CheckedTables({ planned, plan, preview, isOld, onRun }: CheckedTablesProps) {
  const t = useT()
  const { number } = useFormat()
  const { session, change } = useImportSession()
  const place = Math.max(
    0,
    planned.chosen.findIndex(({ key }) => key === session.shown),
  )
  const shown = planned.chosen[place]
  const table = preview.tables[place]
  const [pressed, setPressed] = useState<readonly Pill[]>(() => (table ? firstPills(table) : []))
  const counts = addedUp(preview.tables.map((each) => each.counts))
  if (!shown || !table) return null

  const marked = table.refusedCells + table.warnedCells
  const pills = [
    ...rowFate.options
      .filter((fate) => table.counts[fate] > 0 || pressed.includes(fate))
      .map((fate) => ({ value: fate as Pill, label: t(`imports.fate.${fate}`), count: number(table.counts[fate]) })),
    ...(marked > 0 || pressed.includes('problems')
      ? [{ value: 'problems' as Pill, label: t('imports.check.marked_cells'), count: number(marked) }]
      : []),
  ]
  const fates = pressed.filter((pill) => pill !== 'problems')
  return (
    <>
      <StepRoom>
        <StepHead>
          <TableTabs
            planned={planned}
            current={shown.key}
            onChange={(key) => {
              change({ shown: key })
              const next = preview.tables[planned.chosen.findIndex((each) => each.key === key)]
              setPressed(next ? firstPills(next) : [])
            }}
          />
        </StepHead>
        <FilterBar isBusy={isOld}>
          <FilterPills label={t('imports.check.show')} pills={pills} pressed={pressed} onChange={setPressed} />
          <MadeAlong table={table} />
        </FilterBar>
        <RowsView
          key={`${shown.key} ${pressed.join(' ')}`}
          planned={planned}
          shown={shown}
          plan={plan}
          place={place}
          fates={fates}
          onlyProblems={pressed.includes('problems')}
        />
      </StepRoom>
      <StepFooter>
        <BackButton />
        {stayingOut(table.counts) > 0 && (
          <SaveRows plan={plan} place={place} sheet={planned.sheetOf(shown.plan)} counts={table.counts} />
        )}
        <Group gap="sm">
          {comingIn(counts) === 0 && <Text c="dimmed">{t('imports.check.nothing')}</Text>}
          <Button disabled={comingIn(counts) === 0 || isOld} loading={isOld} onClick={onRun}>
            {t('imports.check.import', { new: counts.new, update: counts.update })}
          </Button>
        </Group>
      </StepFooter>
    </>
  )
}

/** What wants to be looked at is shown first; where nothing does, all rows are. */
const firstPills = ({ counts }: TablePreview): readonly Pill[] =>
  counts.refused > 0 ? ['refused'] : counts.duplicate > 0 ? ['duplicate'] : []
