// A date or a number of the file that can be read in two ways, and what it would be in each: the user says which.
import { Group, Radio } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { readDay } from '#shared/imports/dates.ts'
import type { DateOrder, DecimalMark } from '#shared/imports/plan.ts'
import type { Question } from './column-questions.ts'

interface OpenQuestionProps {
  readonly question: Question
  /** `null` until it is answered. */
  readonly answer: string | null
  readonly onAnswer: (answer: { readonly dateOrder: DateOrder } | { readonly decimalMark: DecimalMark }) => void
}

export function OpenQuestion({ question, answer, onAnswer }: OpenQuestionProps) {
  const t = useT()
  const format = useFormat()
  const { sample } = question
  const options =
    question.about === 'day'
      ? question.orders.map((order) => {
          const { value } = readDay(sample, order)
          const label = value === null ? t(`imports.date_order.${order}`) : format.day(value)
          return { value: order, label, pick: () => onAnswer({ dateOrder: order }) }
        })
      : question.marks.map((mark) => ({
          value: mark as string,
          label: numberWith(sample, mark, format.number),
          pick: () => onAnswer({ decimalMark: mark }),
        }))

  return (
    <Radio.Group
      label={t('imports.columns.question', { sample: sample.trim() })}
      value={answer}
      error={answer === null && t('imports.columns.unanswered')}
      onChange={(value) => options.find((option) => option.value === value)?.pick()}
    >
      <Group gap="md" mt={4}>
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Group>
    </Radio.Group>
  )
}

/** `1,234` with a decimal point is a thousand; with a decimal comma it is a little more than one. */
const numberWith = (sample: string, mark: DecimalMark, say: (value: number) => string): string => {
  const digits = sample.replaceAll(/[^\d.,]/gu, '')
  const plain = digits.replaceAll(mark === '.' ? ',' : '.', '').replace(mark, '.')
  return say(Number(plain))
}
