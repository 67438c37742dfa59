<?xml version="1.0" encoding="UTF-8"?>
<!-- A text for everyone. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="main">
    <article class="text">
      <xsl:call-template name="heading"/>
      <p class="lead"><xsl:value-of select="f:message('privacy.lead')"/></p>
      <xsl:call-template name="part"/>
    </article>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="at" select="1"/>
    <h2><xsl:value-of select="f:message(concat('privacy.heading.', $at))"/></h2>
    <p><xsl:value-of select="f:message(concat('privacy.text.', $at))"/></p>
    <xsl:if test="$at &lt; 7">
      <xsl:call-template name="part"><xsl:with-param name="at" select="$at + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
