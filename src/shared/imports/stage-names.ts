// What the names of stages say about how a deal ends. A guess for the mapping step: rules never look at names afterwards.
import { foldHeading } from './fold-heading.ts'

/** Words that say nothing but “won” or “lost”: they go to the stage of the pipeline that has this outcome. */
const JUST_WON = ['won', 'win', 'closedwon', 'closewon', '赢单', '成交', '已成交', '已赢单', '已赢', '赢']
const JUST_LOST = ['lost', 'lose', 'closedlost', 'closelost', '输单', '丢单', '已输单', '已丢单', '失败', '输']
const WON = /won|signed|accepted|成交|赢单|签约成功|已签|已完成|回款/u
const LOST = /lost|lose|reject|cancel|abandon|disqualif|declined|输单|丢单|失败|流失|取消|放弃|无效|作废|关闭/u

const LIKELY: readonly (readonly [RegExp, number])[] = [
  [/contract|verbal|commit|合同|签约|签单/u, 90],
  [/negotiat|谈判|商务|议价/u, 70],
  [/proposal|quote|offer|bid|报价|方案|投标/u, 50],
  [/demo|meeting|engag|contacted|evaluat|演示|接触|跟进|拜访|需求/u, 30],
  [/qualif|确认|评估|验证/u, 20],
]

export interface StageGuess {
  readonly outcome: 'won' | 'lost' | null
  readonly probability: number
  /** The name says the outcome and nothing else. */
  readonly isPlain: boolean
}

export const guessStage = (name: string): StageGuess => {
  const text = foldHeading(name)
  if (JUST_WON.includes(text)) return { outcome: 'won', probability: 100, isPlain: true }
  if (JUST_LOST.includes(text)) return { outcome: 'lost', probability: 0, isPlain: true }
  if (LOST.test(text)) return { outcome: 'lost', probability: 0, isPlain: false }
  if (WON.test(text)) return { outcome: 'won', probability: 100, isPlain: false }
  const probability = LIKELY.find(([words]) => words.test(text))?.[1] ?? 10
  return { outcome: null, probability, isPlain: false }
}
