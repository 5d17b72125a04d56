### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年のこの日、{ $name }が生まれました。
remembered-death = { $year }年のこの日、{ $name }が亡くなりました。
feed-title = ハイフォンの通りの名前：新しい物語
feed-author = ハイフォン市文化スポーツ観光局
## reports of visitors

report-different = 目の前の標識と違いますか？お知らせください
report-title = この標識について知らせる
report-lead = お気づきの点をお知らせください。登録は不要で、あなたを特定できるものは一切保存しません。
report-kind = どこに問題がありますか？
fault-damaged = 標識が曲がっている、壊れている、色あせている
fault-missing = 標識がなくなっている
fault-covered = コードが隠れている、または上から貼られている
fault-covered-note = 上に貼られたシールは詐欺のおそれがあります。読み取らないでください。
fault-unreadable = コードが読み取れない
fault-wrong-text = ページの文章に誤りがある
fault-wrong-place = 標識が間違った場所にある
fault-different = 標識がページの内容と異なる
fault-other = その他
report-words = ひとこと（任意）
report-words-hint = { $most } 文字まで。お名前や電話番号は書かないでください。個別にお返事することはできません。
report-photo = 写真（任意）
report-photo-hint = JPEG、PNG、WebP、{ $most } MB まで。ファイル内の撮影場所・日時・機種の情報は削除されます。
report-trap = この欄は空のままにしてください
report-number-comes = 送信すると番号が表示されます。その番号で、どなたでも対応の状況を確認できます。
report-send = 送信する
report-photo-again = 写真をもう一度選んでください。
report-foreign = この報告は別のサイトから送られたため、受け付けていません。このページから送信してください。
report-busy = ただいま写真の送信が混み合っています。1 分後にもう一度お試しになるか、写真なしで送信してください。
report-photo-large = 写真が { $most } MB を超えています。小さい写真を選ぶか、写真なしで送信してください。
report-cut-off = 報告が最後まで届きませんでした。もう一度送信してください。
report-photos-full = 本日はこれ以上写真を保存できません。写真なしで送信してください。
report-day-full = 本日の報告が上限に達しました。明日あらためて送信してください。
report-broken = こちらで問題が発生し、記録されました。報告は保存されていません。後ほどもう一度お試しください。
report-trapped = 空のままにする欄に入力がありました。空に戻しましたので、もう一度送信してください。
report-no-kind = 問題の種類を選んでください。
report-words-long = { $length } 文字あります。{ $most } 文字以内に短くしてください。
report-say-what = 何が問題かをひとこと書くか、写真を添えてください。
report-too-many = 報告がたいへん混み合っています。{ $minutes } 分後にもう一度お試しください。
report-photo-heic = iPhone の HEIC 形式は開けません。写真のスクリーンショットを撮って送信してください。
report-photo-sort = このファイルは { $sort } で、JPEG・PNG・WebP の画像ではありません。別のものを選ぶか、写真なしで送信してください。
report-photo-pixels = 写真の画素数が多すぎます。小さい写真を選ぶか、写真なしで送信してください。
report-photo-unreadable = このファイルは写真として開けません。別のものを選ぶか、写真なしで送信してください。
case-number = 報告番号
case-find = 報告を調べる
case-show = 調べる
case-unknown = 番号「{ $given }」の報告はありません。控えた番号と見比べてください。
case-title = 報告 { $case }
case-thanks = ありがとうございます。報告を受け付けました。
case-joined = ありがとうございます。同じ報告がすでに届いていたため、同じ番号にまとめました。
case-keep = この番号を控えてください。ここで対応の状況を確認できます。送信者は誰にも分からないため、個別の連絡はできません。
case-received = 受付済み・未確認
case-taken = 確認中
case-mended = 対応済み
case-no-fault = 確認済み・問題なし
case-says = 市からの回答
case-what = 報告の内容
case-since = 最初の報告
case-changed = 最終更新
case-to-sign = 標識のページに戻る
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
