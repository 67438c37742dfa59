<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages have in common: the head with its areas, what has just happened, the foot. A page has a template for
     "page" in the mode "main", and says where it stands by @name, whose title and headings the wording holds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes" doctype-system="about:legacy-compat"/>
  <xsl:param name="language"/>
  <xsl:variable name="title" select="f:message(concat('page.', /page/@name))"/>

  <xsl:template match="/page">
    <html lang="{$language}" xml:lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>
          <xsl:if test="form/@wrong | */form/@wrong"><xsl:value-of select="concat(f:message('portal.wrong'), ': ')"/></xsl:if>
          <xsl:call-template name="title"/> – <xsl:value-of select="f:message('portal.name')"/>
        </title>
        <link rel="stylesheet" href="/style/portal.css?{@style}"/>
        <link rel="icon" href="/style/mark.svg" type="image/svg+xml"/>
      </head>
      <body>
        <a class="skip" href="#main"><xsl:value-of select="f:message('portal.skip')"/></a>
        <header class="head">
          <div class="inner">
            <a class="brand" href="/">
              <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
                <circle cx="16" cy="16" r="12" class="mark"/>
                <circle cx="16" cy="4" r="3" class="dot"/>
                <circle cx="26.4" cy="22" r="3" class="dot"/>
                <circle cx="5.6" cy="22" r="3" class="dot"/>
              </svg>
              <span><span class="name"><xsl:value-of select="f:message('portal.name')"/></span><span class="agency"><xsl:value-of select="f:message('portal.agency')"/></span></span>
            </a>
            <p class="printed"><xsl:if test="@signed-in"><xsl:value-of select="concat(@signed-in, ', ')"/></xsl:if><xsl:value-of select="f:date(string(@today))"/></p>
            <div class="tools">
              <a href="{@other-address}" lang="{@other}" hreflang="{@other}"><xsl:value-of select="f:message('portal.other-language')"/></a>
              <xsl:choose>
                <xsl:when test="@signed-in">
                  <span class="who"><xsl:value-of select="@signed-in"/></span>
                  <form method="post" action="/logga-ut">
                    <input type="hidden" name="token" value="{@token}"/>
                    <button class="linklike"><xsl:value-of select="f:message('portal.sign-out')"/></button>
                  </form>
                </xsl:when>
                <xsl:otherwise><a href="/logga-in"><xsl:value-of select="f:message('page.sign-in')"/></a></xsl:otherwise>
              </xsl:choose>
            </div>
          </div>
        </header>
        <xsl:if test="area">
          <nav class="areas" aria-label="{f:message('portal.areas')}">
            <div class="inner">
              <ul>
                <xsl:for-each select="area">
                  <li>
                    <a href="{@path}">
                      <xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
                      <xsl:value-of select="f:message(concat('area.', @name))"/>
                    </a>
                  </li>
                </xsl:for-each>
              </ul>
            </div>
          </nav>
        </xsl:if>
        <xsl:apply-templates select="." mode="hero"/>
        <main id="main" class="inner" tabindex="-1">
          <xsl:if test="up">
            <p class="crumb"><a href="{up/@path}">← <xsl:value-of select="f:message(concat('page.', up/@name))"/></a></p>
          </xsl:if>
          <xsl:if test="@done">
            <div class="notice" role="status"><p><xsl:value-of select="f:message(concat('done.', @done))"/></p></div>
          </xsl:if>
          <xsl:apply-templates select="problem"/>
          <xsl:apply-templates select="." mode="main"/>
        </main>
        <footer class="foot">
          <div class="inner">
            <p><xsl:value-of select="f:message('portal.proposal')"/></p>
            <ul class="links">
              <li><a href="/verifiera"><xsl:value-of select="f:message('page.verify')"/></a></li>
              <li><a href="/tillganglighet"><xsl:value-of select="f:message('page.accessibility')"/></a></li>
              <li><a href="/integritet"><xsl:value-of select="f:message('page.privacy')"/></a></li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="title"><xsl:value-of select="$title"/></xsl:template>

  <xsl:template match="page" mode="hero"/>

  <!-- What a rule refuses, with what stands behind it and what to do. -->
  <xsl:template match="problem">
    <div class="notice wrong" role="alert">
      <p><strong><xsl:value-of select="text"/></strong></p>
      <xsl:if test="remedy"><p><xsl:value-of select="remedy"/></p></xsl:if>
      <xsl:if test="source"><p class="small soft" lang="sv"><xsl:value-of select="source"/></p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="kicker"/>
    <h1>
      <xsl:if test="$kicker"><span class="kicker"><xsl:value-of select="$kicker"/></span></xsl:if>
      <xsl:call-template name="title"/>
    </h1>
  </xsl:template>

  <!-- A day that programs and people read: 2027-01-15. -->
  <xsl:template name="day">
    <xsl:param name="day"/>
    <time datetime="{$day}" class="nowrap"><xsl:value-of select="$day"/></time>
  </xsl:template>

  <!-- A row of a list of facts. -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value)">
      <dt><xsl:value-of select="f:message($label)"/></dt>
      <dd><xsl:copy-of select="$value"/></dd>
    </xsl:if>
  </xsl:template>

  <!-- The paragraphs of a text that the wording keeps under name.1, name.2 and so on. -->
  <xsl:template name="paragraphs">
    <xsl:param name="name"/>
    <xsl:param name="count"/>
    <xsl:param name="at" select="1"/>
    <p><xsl:value-of select="f:message(concat($name, '.', $at))"/></p>
    <xsl:if test="$at &lt; $count">
      <xsl:call-template name="paragraphs">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="count" select="$count"/>
        <xsl:with-param name="at" select="$at + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
