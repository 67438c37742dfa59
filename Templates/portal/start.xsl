<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="hero">
    <section class="hero" aria-labelledby="welcome">
      <div class="inner">
        <h1 id="welcome"><xsl:value-of select="f:message('start.heading')"/></h1>
        <p class="lead"><xsl:value-of select="f:message('start.lead')"/></p>
        <div class="buttons">
          <xsl:choose>
            <xsl:when test="area">
              <xsl:for-each select="area"><a href="{@path}"><xsl:attribute name="class">button<xsl:if test="position() &gt; 1"> plain</xsl:if></xsl:attribute><xsl:value-of select="f:message(concat('area.', @name))"/></a></xsl:for-each>
            </xsl:when>
            <xsl:otherwise><a class="button" href="/logga-in"><xsl:value-of select="f:message('page.sign-in')"/></a></xsl:otherwise>
          </xsl:choose>
          <a class="button plain" href="/verifiera"><xsl:value-of select="f:message('page.verify')"/></a>
        </div>
      </div>
    </section>
  </xsl:template>

  <xsl:template match="page" mode="main">
    <div class="grid">
      <xsl:call-template name="reader"><xsl:with-param name="who" select="'member'"/></xsl:call-template>
      <xsl:call-template name="reader"><xsl:with-param name="who" select="'contact'"/></xsl:call-template>
      <xsl:call-template name="reader"><xsl:with-param name="who" select="'provider'"/></xsl:call-template>
    </div>
    <section class="text">
      <h2><xsl:value-of select="f:message('start.how-heading')"/></h2>
      <xsl:call-template name="paragraphs">
        <xsl:with-param name="name" select="'start.how'"/>
        <xsl:with-param name="count" select="3"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="reader">
    <xsl:param name="who"/>
    <section class="card">
      <h2><xsl:value-of select="f:message(concat('start.', $who, '-heading'))"/></h2>
      <p><xsl:value-of select="f:message(concat('start.', $who))"/></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
