### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## walks, and what is kept for the way without a network

walk = 散歩コース
walks = 散歩コース
walks-lead = 物語のある場所から次の場所へと歩くコースです。端末に保存すれば、通信がなくても開けます。
walks-none = 散歩コースはまだありません。
walks-all = すべての散歩コース
walk-summary = { $stops } か所 · 約 { $metres } m · 約 { $minutes } 分
walk-leg = 約 { $metres } m · { $minutes } 分
walk-figures = 距離は直線距離を 50 m 単位に丸めたものです。時間は時速 4.5 km、道のりを直線の 1.3 倍として計算しています。
walk-next = 次の地点：
walk-ends = このコースはここで終わりです
walk-save = オフライン用に保存
walk-save-hint = 最大 5 MB。保存後は通信がなくても開けます。
walk-saving = 保存中：{ $of } ページ中 { $done } ページ
walk-saved = この端末に保存しました（{ $size }）。通信がなくてもこのコースを開けます。
walk-full = 5 MB を使い切りました：{ $of } ページ中 { $done } ページを保存しました。ほかのコースを削除してから、もう一度保存してください。
walk-failed = 通信が途切れたため保存できませんでした。もう一度お試しください。
walk-remove = この端末から削除
offline-title = 通信がありません
offline-lead = このページは端末に保存されていません。次のページは保存済みで、通信がなくても開けます：
offline-none = 保存されたページはまだありません。
