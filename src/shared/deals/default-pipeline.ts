// The pipeline that a new workspace starts with. Only a start: its stages belong to the workspace like any other record.
import type { Language } from '#shared/base/messages.ts'
import type { Stage } from './deal.ts'

type StageSeed = Pick<Stage, 'name' | 'probability' | 'outcome'>

interface PipelineSeed {
  readonly name: string
  readonly stages: readonly StageSeed[]
}

const stages = (
  first: string,
  second: string,
  third: string,
  fourth: string,
  won: string,
  lost: string,
): readonly StageSeed[] => [
  { name: first, probability: 10, outcome: null },
  { name: second, probability: 25, outcome: null },
  { name: third, probability: 50, outcome: null },
  { name: fourth, probability: 75, outcome: null },
  { name: won, probability: 100, outcome: 'won' },
  { name: lost, probability: 0, outcome: 'lost' },
]

export const defaultPipeline: Readonly<Record<Language, PipelineSeed>> = {
  en: { name: 'Sales', stages: stages('First contact', 'Needs understood', 'Offer sent', 'Negotiation', 'Won', 'Lost') },
  'zh-CN': { name: '销售管道', stages: stages('初步接触', '需求确认', '已报价', '商务谈判', '赢单', '输单') },
}
