### Signing in by a provider of the operator's choice.

office-sign-in-provider = الدخول بواسطة { $name }
office-sign-in-arrival = جار تسجيل دخولك…
office-sign-in-arrival-on = متابعة
account-provider = الدخول بواسطة { $name }
account-provider-since = ربط الحساب في { $time }
account-provider-none = لم يربط بعد، ويتم ذلك عند أول دخول لك بهذه الطريقة.
account-provider-unlink = فك الربط
account-provider-was-unlinked = فك الربط بحسابك الخارجي.

provider-refused = نجح الدخول الخارجي، غير أنه لا يوافق أي حساب هنا. يجب أن يكون أحد المديرين قد دعاك بالعنوان الإلكتروني المؤكد نفسه. يمكنك الدخول بكلمة مرورك.
provider-over = وصل الجواب متأخرا أو مرتين أو من متصفح آخر. المرجو تسجيل الدخول من جديد.
provider-said-no = لم يكتمل الدخول الخارجي. حاول من جديد، أو ادخل بكلمة مرورك.
provider-away = لا تستجيب خدمة الدخول الخارجي حاليا. ادخل بكلمة مرورك، أو حاول لاحقا.

mail-provider-linked-subject = ربط حسابك: { $collectivity }
mail-provider-linked-text = تم في { $time } أول دخول إلى حسابك عبر خدمة الدخول الخارجي، وربط الحسابان. إن لم تكن أنت من دخل ففك الربط في صفحة حسابك وغير كلمة مرورك.
mail-provider-linked-button = عرض حسابي

audit-did-use-provider = تعرفت خدمة الدخول الخارجي على { $who }
audit-did-link-provider = ربط حساب { $who } بحساب خارجي
audit-did-unlink-provider = فك { $who } الربط بحساب خارجي

personal-provider = دخول خارجي
