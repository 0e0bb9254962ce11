// One writing for the words of headings: without accents, in simplified characters, so that a list needs each word once.

/** Traditional characters that stand in headings, each with its simplified one. Japanese uses some of them, too. */
const TRADITIONAL =
  '電电話话郵邮區区國国稱称謂谓職职業业務务傳传備备註注類类網网頁页號号聯联連连絡络機机單单訂订產产價价數数額额編编碼码戶户負负責责員员階阶開开時时間间創创結结標标題题狀状態态優优級级權权內内門门縣县鎮镇鄉乡動动誕诞爲为為为發发貨货運运費费總总計计買买賣卖銷销團团鄰邻際际證证據据報报條条項项簡简與与個个顧顾問问訊讯資资點点線线統统樓楼層层廠厂長长經经紀纪錄录帳账單单遞递歷历圖图檔档於于對对應应別别繫系係系關关稅税銀银錢钱預预簽签約约贏赢輸输績绩規规範范進进會会議议陸陆萬万億亿'
const simplified = new Map(
  [...TRADITIONAL].flatMap((sign, place, all) => (place % 2 === 0 ? [[sign, all[place + 1] ?? sign]] : [])),
)
const ANY_TRADITIONAL = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu')

/** Accents of Latin letters only: those of kana and of Hangul make other letters. */
const ACCENTS = /(?<=\p{Script=Latin})\p{Mn}+/gu

/** A word as `foldHeading` leaves it, in the one writing: `télécopie` is `telecopie`, `電話` is `电话`. */
export const foldWriting = (word: string): string =>
  word
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replace(ANY_TRADITIONAL, (sign) => simplified.get(sign) ?? sign)
