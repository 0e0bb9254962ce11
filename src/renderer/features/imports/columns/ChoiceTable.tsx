// Where the words of a column go, for fields that take only certain values. Words that the field knows are recognised by themselves.
import { Select } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Grid, GridGroup } from '#renderer/ui/Grid.tsx'
import type { InspectedColumn } from '#shared/imports/inspection.ts'
import type { ColumnPlan } from '#shared/imports/plan.ts'

interface ChoiceTableProps {
  readonly heading: string
  readonly values: InspectedColumn['values']
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly column: ColumnPlan
  readonly onChange: (choices: ColumnPlan['choices']) => void
}

const BY_ITSELF = ' by itself'
const EMPTY = ' empty'

export function ChoiceTable({ heading, values, choices, column, onChange }: ChoiceTableProps) {
  const t = useT()
  const { number } = useFormat()
  const assigned = new Map(column.choices.map(({ from, to }) => [from, to ?? EMPTY]))
  const assign = (from: string, to: string) => {
    const others = column.choices.filter((choice) => choice.from !== from)
    onChange(to === BY_ITSELF ? others : [...others, { from, to: to === EMPTY ? null : to }])
  }

  return (
    <Grid
      label={t('imports.choices.title', { heading })}
      headings={[t('imports.choices.from'), t('imports.choices.count'), t('imports.choices.to')]}
      layout="even"
    >
      <GridGroup
        rows={values.map(({ value, count }) => ({
          id: value,
          cells: [
            value,
            number(count),
            <Select
              key="to"
              aria-label={t('imports.choices.to_of', { value })}
              allowDeselect={false}
              searchable
              nothingFoundMessage={t('base.search_nothing')}
              data={[
                { value: BY_ITSELF, label: t('imports.choices.by_itself') },
                ...choices,
                { value: EMPTY, label: t('imports.choices.empty') },
              ]}
              value={assigned.get(value) ?? BY_ITSELF}
              onChange={(to) => to !== null && assign(value, to)}
            />,
          ],
        }))}
      />
    </Grid>
  )
}
