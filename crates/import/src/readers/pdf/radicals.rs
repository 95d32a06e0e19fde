//! Kangxi radicals, which many PDFs contain in place of the characters that look the same.

/// The characters for the radicals from U+2F00 on.
const RADICALS: &str = concat!(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴",
    "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿",
    "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵",
    "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
);

/// The character for a radical; any other character unchanged.
pub(super) fn character(sign: char) -> char {
    let rank = u32::from(sign)
        .checked_sub(0x2f00)
        .filter(|rank| *rank < 0xd6);
    rank.and_then(|rank| RADICALS.chars().nth(rank as usize))
        .unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn radicals_become_characters() {
        let read: String = "\u{2f00}、\u{2fbc}质量\u{2fd5}"
            .chars()
            .map(character)
            .collect();
        assert_eq!(read, "一、高质量龠");
    }
}
