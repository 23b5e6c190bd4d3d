from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "korpu.foundations.accounts"
    default_auto_field = "django.db.models.BigAutoField"
