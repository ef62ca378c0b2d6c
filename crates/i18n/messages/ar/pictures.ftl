### فضاء العمل: صورة الخبر، واختيار الصور من المكتبة

article-cover-unknown = هذه الصورة لم تعد في المكتبة. اختر صورة أخرى.
article-cover-without-words = لا نص بديلا لهذه الصورة. صف ما تعرضه الصورة في صفحتها بالمكتبة أولا.
audit-field-cover = صورة الخبر
library-alternative-needed = هذه الصورة على رأس خبر. لا بد لها من نص بديل.
office-cover-hint = تظهر فوق النص وفي لائحة الأخبار وعند مشاركة الرابط.
office-cover-mute = بلا نص بديل:
office-cover-none = دون صورة
office-cover-open = وصف ما تعرضه
office-cover-choose = اختيار صورة أخرى أو إرسالها
office-editor-field-cover = صورة الخبر
office-picture = صورة
office-picture-title = اختيار صورة
office-picture-empty = لا توجد صور في المكتبة بعد.
office-picture-more = صور أقدم
office-picture-send = إرسال صورة جديدة
office-picture-sending = يجري إرسال الصورة…
office-picture-sent = وصلت الصورة.
office-picture-failed = لم تصل الصورة. تحقق من الاتصال ثم أعد المحاولة.
office-picture-words = النص البديل
office-picture-words-hint = صف بجملة واحدة ما تعرضه الصورة لمن لا يراها.
office-picture-words-missing = اكتب النص البديل.
office-picture-none-chosen = اختر صورة.
office-picture-put = استعمال هذه الصورة
office-picture-close = إغلاق
