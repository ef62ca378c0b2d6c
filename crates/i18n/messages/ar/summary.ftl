### The summary of a programme on one sheet of paper.

summary-title = ملخص برنامج الانفتاح { $cycle }
summary-link = ملخص قابل للطباعة
summary-hint = صفحة واحدة من حجم A4: استعملوا أمر الطباعة في متصفحكم.
summary-back = الرجوع إلى البرنامج
summary-stage = وضعية الدورة
summary-adopted = المصادقة
summary-last-evidence = آخر وثيقة إثبات
summary-last-report = آخر تقرير
summary-progress = تقدم البرنامج
summary-commitments = المحاور ومشاريع الانفتاح
summary-none = لم تنشر بعد محاور هذا البرنامج.
summary-code = رمز مربع يقود إلى { $address }
summary-code-text = امسحوا الرمز لقراءة الصفحة المحينة
summary-address = عنوان الصفحة المحينة:
summary-printed = تاريخ الطباعة: { $date }
summary-of-day = الوضعية في { $date }
summary-how = كيف تحسب النسبة؟
