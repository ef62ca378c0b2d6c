### Passkeys: keys of a device that open the office at the host of one member.

account-passkeys = مفاتيح المرور
account-passkeys-text = بمفتاح المرور تدخل ببصمتك أو بوجهك أو بقفل شاشة جهازك، دون كلمة مرور ولا رمز. ولا يصلح كل مفتاح إلا لهذا الموقع.
account-passkeys-none = ليس لك بعد مفتاح مرور بهذا الموقع.
account-passkey-added-on = أضيف في { $time }
account-passkey-used = آخر استعمال في { $time }
account-passkey-unused = لم يستعمل بعد
account-passkey-add = إضافة مفتاح مرور
account-passkey-add-text = ضع له اسما وأكد هويتك، ثم يطلب منك جهازك بصمتك أو وجهك أو قفل شاشته.
account-passkey-name = اسم مفتاح المرور
account-passkey-name-hint = مثلا اسم الجهاز الذي يحفظه، لتعرفه في القائمة.
account-passkey-continue = متابعة
account-passkey-ready = أكد على جهازك
account-passkey-ready-text = سيطلب منك جهازك بصمتك أو وجهك أو قفل شاشته. ولا يغادر ما يتحقق منه الجهاز نفسه.
account-passkey-create = إنشاء مفتاح المرور
account-passkey-again = البدء من جديد
account-passkey-no-script = تحتاج مفاتيح المرور إلى جافاسكريبت، وهي معطلة في هذا المتصفح. يمكنك الاستمرار في الدخول بكلمة مرورك.
account-passkey-unsupported = لا يدعم هذا المتصفح مفاتيح المرور. استعمل متصفحا أحدث، أو استمر في الدخول بكلمة مرورك.
account-passkey-waiting = في انتظار جهازك…
account-passkey-cancelled = لم يؤكد شيء على الجهاز. يمكنك المحاولة من جديد.
account-passkey-here-already = يحفظ هذا الجهاز مفتاح مرور لحسابك بهذا الموقع من قبل.
account-passkey-failed = لم يجب الجهاز كما ينبغي. حاول من جديد، أو ادخل بكلمة مرورك.
account-passkey-away = تعذر الوصول إلى الموقع. تحقق من اتصالك ثم حاول من جديد.
account-passkey-slow-down = كثرت المحاولات. انتظر بضع دقائق، أو ادخل بكلمة مرورك.
account-passkey-was-added = أضيف مفتاح المرور، ويمكنك الدخول به من الآن.
account-passkey-was-removed = حذف مفتاح المرور، ولم يعد يفتح شيئا.
account-passkey-remove = حذف
account-passkey-remove-this = حذف مفتاح المرور { $name }
account-passkey-remove-title = حذف مفتاح مرور
account-passkey-remove-text = لن يفتح مفتاح المرور «{ $name }» هذا الموقع بعد الآن، وتنتهي الجلسات التي فتحت به في أماكن أخرى. احذفه كذلك من إعدادات جهازك.
account-passkey-sign-in = الدخول بمفتاح المرور
account-passkey-or = أو

passkey-refused = لا يفتح مفتاح المرور هذا فضاء العمل هنا، وربما حذف. ادخل بكلمة مرورك.
passkey-over = وصل الجواب متأخرا أو مرتين. المرجو المحاولة من جديد.
passkey-not-added = تعذر التأكد من جواب الجهاز، فلم يضف أي مفتاح مرور. المرجو المحاولة من جديد.
passkey-not-possible = لا يمكن استعمال مفاتيح المرور في هذا العنوان.
passkey-known = أضيف مفتاح المرور هذا من قبل.
passkey-most = بلغت أقصى عدد ممكن من مفاتيح المرور بهذا الموقع. احذف واحدا منها أولا.

mail-passkey-added-subject = أضيف مفتاح مرور: { $collectivity }
mail-passkey-added-text = أضيف مفتاح مرور إلى حسابك في { $time }. ويستطيع من يحمل الجهاز الدخول به. إن لم تكن أنت من أضافه فاحذفه وغير كلمة مرورك.
mail-passkey-added-button = عرض مفاتيح المرور الخاصة بي

audit-did-add-passkey = أضاف { $who } مفتاح مرور
audit-did-remove-passkey = حذف { $who } مفتاح مرور
audit-did-sign-in-passkey = دخل { $who } بمفتاح مرور

personal-passkey = مفتاح مرور
