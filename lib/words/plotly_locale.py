"""Plotly's own words in Chinese; given inline, since naming a locale alone changes nothing."""

from __future__ import annotations

from typing import Any

LOCALES: dict[str, Any] = {
    "zh-CN": {
        "dictionary": {
            "Download plot as a PNG": "下载PNG图片",
            "Download plot as a png": "下载PNG图片",
            "Download plot": "下载图片",
            "Double-click to zoom back out": "双击还原",
            "Taking snapshot - this may take a few seconds": "正在生成图片，请稍候",
            "Snapshot succeeded": "图片已生成",
            "Sorry, there was a problem downloading your snapshot!": "图片未能生成",
        },
        "format": {
            "days": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
            "shortDays": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
            "months": [
                "一月",
                "二月",
                "三月",
                "四月",
                "五月",
                "六月",
                "七月",
                "八月",
                "九月",
                "十月",
                "十一月",
                "十二月",
            ],
            "shortMonths": [
                "1月",
                "2月",
                "3月",
                "4月",
                "5月",
                "6月",
                "7月",
                "8月",
                "9月",
                "10月",
                "11月",
                "12月",
            ],
            "date": "%Y-%m-%d",
        },
    }
}
